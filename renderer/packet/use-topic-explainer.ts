import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { describeTopic, type TopicDescription } from '../../shared/alibaba/describe-topic.ts';
import type { Direction } from '../../shared/contract/packets.ts';
import { useTopicOwner } from '../stores/use-topic-owner.ts';

function explained({ purpose, isReply, reply }: TopicDescription, language: string, t: TFunction) {
  const own = purpose[language === 'zh-CN' ? 'zh-CN' : 'en'];
  if (isReply) return t('packet.topic.answer', { purpose: own });
  return reply === null ? own : t('packet.topic.answeredOn', { purpose: own, reply });
}

/** Says what a topic is for on the platform, and where it is answered; empty for other topics. */
export function useTopicExplainer(
  captureId: string,
  direction: Direction | null,
): (topic: string) => string {
  const { t, i18n } = useTranslation();
  const owner = useTopicOwner(captureId);
  return useMemo(() => {
    const from = direction === null ? null : direction === 'sent' ? 'up' : 'down';
    return (topic) => {
      const description = describeTopic(topic, from, owner);
      return description ? explained(description, i18n.language, t) : '';
    };
  }, [owner, direction, i18n.language, t]);
}
