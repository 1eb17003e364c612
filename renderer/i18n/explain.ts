import { AskError } from '../bridge.ts';
import { i18n } from './setup.ts';

/** A refused command in plain words, in the language in force. */
export function explainError(error: unknown): string {
  return i18n.t(error instanceof AskError ? `errors.${error.code}` : 'errors.internal');
}

/** The detail behind a refused command, as the host worded it. */
export function errorDetail(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
