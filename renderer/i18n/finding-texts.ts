import { alinkCodeName } from '../../shared/alibaba/alink-codes.ts';
import type { FindingTexts } from '../../shared/alibaba/diagnosis/rules.ts';
import type { Finding } from '../../shared/contract/packets.ts';
import { i18n, textFor } from './setup.ts';

/** What a finding's values mean in the language in force: the words for a code of Alink. */
function meanings({ alink, message = '' }: Finding['values']): Finding['values'] {
  if (typeof alink !== 'number') return {};
  const language = i18n.language === 'zh-CN' ? 'zh-CN' : 'en';
  return { meaning: alinkCodeName(alink, language) || message };
}

/** A finding in the language in force. */
export function findingTexts({ rule, values }: Pick<Finding, 'rule' | 'values'>): FindingTexts {
  const all = { ...values, ...meanings(values) };
  const part = (name: keyof FindingTexts) => textFor(`findings.${rule}.${name}`, all);
  return { what: part('what'), why: part('why'), todo: part('todo') };
}
