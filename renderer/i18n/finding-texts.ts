import type { FindingTexts } from '../../shared/alibaba/diagnosis/rules.ts';
import type { Finding } from '../../shared/contract/packets.ts';
import { alinkCodeText } from './code-names.ts';
import { i18n, textFor } from './setup.ts';

/**
 * What a finding's values mean in the language in force: the words for a code of Alink, for how long
 * an answer was awaited, and for what the connection showed since.
 */
function meanings(values: Finding['values']): Finding['values'] {
  const { alink, message = '', cut, seconds = 0, sign } = values;
  const meant: Record<string, string | number> = {};
  if (typeof alink === 'number') meant.meaning = alinkCodeText(alink) || message;
  if (cut !== undefined) {
    meant.waited = i18n.t(cut === 1 ? 'problems.waited.cut' : 'problems.waited.over', { seconds });
  }
  if (sign !== undefined) {
    const { signNumber = 0, signSeconds = 0 } = values;
    meant.life = textFor(`problems.life.${sign}`, { packet: signNumber, seconds: signSeconds });
  }
  return meant;
}

type Found = Pick<Finding, 'rule' | 'values'>;

function textOf({ rule, values }: Found, part: keyof FindingTexts): string {
  return textFor(`findings.${rule}.${part}`, { ...values, ...meanings(values) });
}

/** A finding in the language in force. */
export function findingTexts(found: Found): FindingTexts {
  return { what: textOf(found, 'what'), why: textOf(found, 'why'), todo: textOf(found, 'todo') };
}

/** What is wrong in a few words, in the language in force. */
export function findingTitle(found: Found): string {
  const key = `shortFindings.${found.rule}`;
  return i18n.exists(key) ? textFor(key) : textOf(found, 'what');
}
