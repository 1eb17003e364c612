import { alinkCodeName } from '../../shared/alibaba/alink-codes.ts';
import { shadowCodeName } from '../../shared/alibaba/shadow-codes.ts';
import { languageInForce } from './setup.ts';

/** What a code of Alink means, in the language in force; empty if the documents do not say. */
export function alinkCodeText(code: number): string {
  return alinkCodeName(code, languageInForce());
}

/** What a code of the device shadow means, in the language in force; empty if the documents do not say. */
export function shadowCodeText(code: number): string {
  return shadowCodeName(code, languageInForce());
}
