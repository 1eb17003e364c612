/** What the platform's API refuses, with a code of Alink (D-120329) or of the run log (D-44542). */
export class PlatformError extends Error {
  readonly code: number;

  constructor(code: number, message: string) {
    super(`${code}: ${message}`);
    this.name = 'PlatformError';
    this.code = code;
  }
}
