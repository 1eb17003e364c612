import type { FindingTexts } from '../../shared/alibaba/diagnosis/rules.ts';
import type { Finding } from '../../shared/contract/packets.ts';
import { alinkCodeText } from './code-names.ts';
import { textFor } from './setup.ts';

/** What a finding's values mean in the language in force: the words for a code of Alink. */
function meanings({ alink, message = '' }: Finding['values']): Finding['values'] {
  if (typeof alink !== 'number') return {};
  return { meaning: alinkCodeText(alink) || message };
}

/** A finding in the language in force. */
export function findingTexts({ rule, values }: Pick<Finding, 'rule' | 'values'>): FindingTexts {
  const all = { ...values, ...meanings(values) };
  const part = (name: keyof FindingTexts) => textFor(`findings.${rule}.${name}`, all);
  return { what: part('what'), why: part('why'), todo: part('todo') };
}
