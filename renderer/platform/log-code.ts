import type { en } from '../i18n/catalogues.ts';
import { alinkCodeText, shadowCodeText } from '../i18n/code-names.ts';
import { i18n } from '../i18n/setup.ts';

type CodeKey = Exclude<keyof (typeof en)['platformCodes'], 'alink'>;

/** Codes of the run log (D-44542) that mean one thing wherever they stand. */
const keys: ReadonlyMap<number, CodeKey> = new Map([
  [200, 'ok'],
  [400, 'offline'],
  [1904, 'rrpc-response'],
  [1905, 'rrpc-timeout'],
  [6200, 'no-script'],
  [6831, 'not-alink'],
  [9201, 'device-offline'],
  [9236, 'not-authorised'],
  [9320, 'bad-payload'],
  [9321, 'bad-parameter'],
  [9324, 'throttled'],
  [9399, 'internal'],
]);

const connackKeys: ReadonlyMap<number, CodeKey> = new Map([
  [2, 'connack-2'],
  [3, 'connack-3'],
  [4, 'connack-4'],
  [5, 'connack-5'],
]);

/** What a code in the platform's log means: in a few words, and what to think of. */
export interface CodeTexts {
  readonly name: string;
  readonly why: string;
}

function keyOf(code: number, message: string): CodeKey | null {
  if (message.startsWith('CONNECT refused')) return connackKeys.get(code) ?? null;
  // The shadow has codes of its own, 400 among them.
  if (message.startsWith('shadow:')) return 'shadow';
  return keys.get(code) ?? null;
}

/**
 * What a code means in a line of the log; a code of Alink (D-120329) in the words of its documents.
 *
 * @param message the line's text, by which codes that mean different things are told apart
 */
export function codeTexts(code: number, message: string): CodeTexts {
  const key = keyOf(code, message);
  if (key === 'shadow') {
    const meaning = shadowCodeText(code);
    return {
      name: i18n.t('platformCodes.shadow.name'),
      why: i18n.t('platformCodes.shadow.why', { meaning }),
    };
  }
  if (key !== null)
    return { name: i18n.t(`platformCodes.${key}.name`), why: i18n.t(`platformCodes.${key}.why`) };
  const name = alinkCodeText(code);
  return { name, why: name === '' ? '' : i18n.t('platformCodes.alink.why', { code }) };
}
