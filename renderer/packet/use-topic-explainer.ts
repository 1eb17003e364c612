import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { describeTopic, type TopicDescription } from '../../shared/alibaba/describe-topic.ts';
import type { Direction } from '../../shared/contract/packets.ts';
import { type Language, languageInForce } from '../i18n/setup.ts';
import { useTopicOwner } from '../stores/use-topic-owner.ts';

function explained(
  { purpose, isReply, reply }: TopicDescription,
  language: Language,
  t: TFunction,
) {
  const own = purpose[language];
  if (isReply) return t('packet.topic.answer', { purpose: own });
  return reply === null ? own : t('packet.topic.answeredOn', { purpose: own, reply });
}

/** Says what a topic is for on the platform, and where it is answered; empty for other topics. */
export function useTopicExplainer(
  captureId: string,
  direction: Direction | null,
): (topic: string) => string {
  const { t } = useTranslation();
  const language = languageInForce();
  const owner = useTopicOwner(captureId);
  return useMemo(() => {
    const from = direction === null ? null : direction === 'sent' ? 'up' : 'down';
    return (topic) => {
      const description = describeTopic(topic, from, owner);
      return description ? explained(description, language, t) : '';
    };
  }, [owner, direction, language, t]);
}
