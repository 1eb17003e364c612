import { describeTopic } from '../../shared/alibaba/describe-topic.ts';
import {
  openPlaceholder,
  suggestTopics,
  type TopicUse,
} from '../../shared/alibaba/messages/topic-suggestions.ts';
import { topicObstacle } from '../../shared/alibaba/topic-obstacle.ts';
import { type CustomTopic, topicFor } from '../../shared/alibaba/topics.ts';
import type { DeviceTarget } from '../../shared/contract/devices.ts';
import type { Finding } from '../../shared/contract/packets.ts';
import { findingTexts } from '../i18n/finding-texts.ts';
import { i18n, languageInForce, textFor } from '../i18n/setup.ts';
import type { SuggestionGroup } from './filter-suggestions.ts';

/** What a finding says before it has happened: what would be wrong, and what to do instead. */
export function warningOf(finding: Finding): string {
  const { what, todo } = findingTexts(finding);
  return `${what} ${todo}`;
}

/** What to mind about a `${name}` that was left in a message. */
export function placeholderWarning(name: string): string {
  return i18n.t('topics.warnings.placeholder', { name: `\${${name}}` });
}

/** What to mind about a topic of a device on the platform; nothing on any other broker. */
export function topicWarnings(
  topic: string,
  target: DeviceTarget,
  use: TopicUse,
  customTopics: readonly CustomTopic[],
): string[] {
  if (target.kind === 'broker' || topic === '') return [];
  const open = use === 'publish' ? openPlaceholder(topic) : null;
  if (open !== null) return [placeholderWarning(open.name)];
  const obstacle = topicObstacle(topic, target, use, customTopics);
  return obstacle === null ? [] : [textFor(`topics.warnings.${use}.${obstacle}`)];
}

/** What the platform uses a topic of a device for, and by example what a message holds; else empty. */
export function topicHint(topic: string, target: DeviceTarget | undefined): string {
  const known =
    target === undefined || target.kind === 'broker' ? null : describeTopic(topic, null, target);
  if (known === null) return '';
  const { payload, qosMax, isReply } = known;
  const purpose = known.purpose[languageInForce()];
  return [
    isReply ? i18n.t('topics.reply.hint', { purpose }) : purpose,
    ...(qosMax === 0 ? ['QoS 0'] : []),
    ...(payload === '' ? [] : [payload]),
  ].join(' · ');
}

/** What to offer: topics seen in the session that are fit for this use, custom ones, the platform's. */
export function topicGroups(
  seen: readonly string[],
  target: DeviceTarget | undefined,
  use: TopicUse,
  customTopics: readonly CustomTopic[],
): SuggestionGroup[] {
  const owner = target === undefined || target.kind === 'broker' ? null : target;
  const wrongWay = use === 'publish' ? 'subscribe-only' : 'publish-only';
  const fit = seen.filter(
    (topic) => !owner || topicObstacle(topic, owner, use, customTopics) !== wrongWay,
  );
  const wanted = use === 'publish' ? 'pub' : 'sub';
  const custom = customTopics.filter(({ permission }) => permission.includes(wanted));
  const language = languageInForce();
  const known = owner === null ? [] : suggestTopics(owner, use);
  const purposes = known.map(({ topic, purpose, isReply }) => ({
    topic,
    purpose: isReply
      ? i18n.t(`topics.reply.${use}`, { purpose: purpose[language] })
      : purpose[language],
  }));
  const purposeOf = new Map(purposes.map(({ topic, purpose }) => [topic, purpose]));
  return [
    {
      label: i18n.t('topics.seen'),
      suggestions: fit.map((topic) => ({ topic, purpose: purposeOf.get(topic) ?? '' })),
    },
    {
      label: i18n.t('topics.custom'),
      suggestions: custom.map(({ pattern }) => ({
        topic: owner === null ? pattern : topicFor(pattern, owner),
        purpose: '',
      })),
    },
    { label: i18n.t('topics.platform'), suggestions: purposes },
  ];
}
