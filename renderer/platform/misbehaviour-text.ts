import {
  activeMisbehaviour,
  type MisbehaviourSettings,
} from '../../shared/alibaba/misbehaviour.ts';
import { formatCount } from '../components/format.ts';
import { i18n } from '../i18n/setup.ts';

/** What the platform does wrong, in a few words each. */
export function misbehaviourText(settings: MisbehaviourSettings): string[] {
  return activeMisbehaviour(settings).map((name) => {
    const measure = settings[name];
    return i18n.t(`platform.misbehaviour.doing.${name}`, {
      number: typeof measure === 'number' ? formatCount(measure, i18n.language) : '',
    });
  });
}
