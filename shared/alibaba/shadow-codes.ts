/** Errors of a shadow request (DOCREPO). */
export const shadowErrors = {
  400: 'incorrect JSON',
  401: 'method is missing',
  402: 'state is missing',
  403: 'version is not a number',
  404: 'reported is missing',
  405: 'reported is empty',
  406: 'invalid method',
  407: 'the shadow is empty',
  408: 'more than 128 attributes in reported, over 16 KB, or deeper than 5',
  409: 'version conflict',
  500: 'server error',
} as const;

/** What the code of a shadow reply means, in the words of the protocol's documents; empty if nobody says. */
export function shadowCodeName(code: number): string {
  return Object.hasOwn(shadowErrors, code) ? shadowErrors[code as keyof typeof shadowErrors] : '';
}
