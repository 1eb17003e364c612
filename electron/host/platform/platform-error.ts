import type { Refusal } from '../../../shared/contract/platform.ts';

/**
 * What the platform's API refuses, with a code of Alink (D-120329), of the run log (D-44542) or of
 * the shadow.
 */
export class PlatformError extends Error {
  readonly code: number;
  readonly refusal: Refusal;
  /** The name, topic, version or limit that it is about, or the platform's words about a value. */
  readonly what: string;

  constructor(code: number, refusal: Refusal, what: string) {
    super(`${code}: ${refusal}: ${what}`);
    this.name = 'PlatformError';
    this.code = code;
    this.refusal = refusal;
    this.what = what;
  }
}
