import type { FindingTexts } from '../../shared/alibaba/diagnosis/rules.ts';
import type { Finding } from '../../shared/contract/packets.ts';
import { alinkCodeText } from './code-names.ts';
import { i18n, textFor } from './setup.ts';

/**
 * What a finding's values mean in the language in force: the words for a code of Alink, and for how
 * long an answer was awaited.
 */
function meanings({ alink, message = '', cut, seconds = 0 }: Finding['values']): Finding['values'] {
  const meant: Record<string, string | number> = {};
  if (typeof alink === 'number') meant.meaning = alinkCodeText(alink) || message;
  if (cut !== undefined) {
    meant.waited = i18n.t(cut === 1 ? 'problems.waited.cut' : 'problems.waited.over', { seconds });
  }
  return meant;
}

/** A finding in the language in force. */
export function findingTexts({ rule, values }: Pick<Finding, 'rule' | 'values'>): FindingTexts {
  const all = { ...values, ...meanings(values) };
  const part = (name: keyof FindingTexts) => textFor(`findings.${rule}.${name}`, all);
  return { what: part('what'), why: part('why'), todo: part('todo') };
}
