import { warnOfMessage } from '../../shared/alibaba/messages/message-warnings.ts';
import { type ModelWarning, modelWarnings } from '../../shared/alibaba/messages/model-warnings.ts';
import { openPlaceholder } from '../../shared/alibaba/messages/topic-suggestions.ts';
import type { ThingModel } from '../../shared/alibaba/thing-model.ts';
import type { CustomTopic } from '../../shared/alibaba/topics.ts';
import type { DeviceTarget } from '../../shared/contract/devices.ts';
import { placeholderWarning, topicWarnings, warningOf } from '../components/topic-warnings.ts';
import { alinkCodeText } from '../i18n/code-names.ts';
import { i18n } from '../i18n/setup.ts';
import { type Draft, messageKind } from './drafts.ts';

const encoder = new TextEncoder();

/** Bytes of the payload, its placeholders not yet filled in. */
export function payloadBytes({ payload, isHex }: Draft): number {
  return isHex ? Math.ceil(payload.replace(/\s/g, '').length / 2) : encoder.encode(payload).length;
}

function modelWarningText({ reason, identifier, code }: ModelWarning): string {
  return i18n.t(`publish.modelWarnings.${reason}`, {
    identifier,
    code,
    meaning: alinkCodeText(code),
  });
}

/** What to mind about a draft before it is sent, by the field it is said at. */
export function draftWarnings(
  draft: Draft,
  target: DeviceTarget,
  model: ThingModel | null,
  customTopics: readonly CustomTopic[],
) {
  const { topic, qos, retain, kind, payload, isHex, template } = draft;
  const findings = warnOfMessage(
    {
      topic,
      topicBytes: encoder.encode(topic).length,
      payloadBytes: payloadBytes(draft),
      qos,
      retain,
    },
    target,
  );
  const about = (prefix: string) =>
    findings.filter(({ rule }) => rule.startsWith(prefix)).map(warningOf);
  const isAnswer = kind !== null && messageKind(kind)?.answers !== undefined;
  const open = isAnswer ? openPlaceholder(payload) : null;
  const byModel =
    model && !isHex ? modelWarnings(topic, payload, template, model).map(modelWarningText) : [];
  return {
    topic: [...topicWarnings(topic, target, 'publish', customTopics), ...about('topic-')],
    payload: [...(open ? [placeholderWarning(open.name)] : []), ...about('payload-'), ...byModel],
    message: [...about('qos-'), ...about('retain-')],
  };
}
