import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { describeTopic, type TopicDescription } from '../../shared/alibaba/describe-topic.ts';
import type { TopicOwner } from '../../shared/alibaba/topics.ts';
import type { Device } from '../../shared/contract/devices.ts';
import type { Direction } from '../../shared/contract/packets.ts';
import { useApp } from '../stores/use-app.ts';

function ownerOf(device: Device | undefined): TopicOwner | null {
  const target = device?.target;
  return target === undefined || target.kind === 'broker' ? null : target;
}

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
  const device = useApp(({ captures, devices }) => {
    const capture = captures.find(({ id }) => id === captureId);
    return devices.find(({ id }) => id === capture?.deviceId);
  });
  return useMemo(() => {
    const owner = ownerOf(device);
    const from = direction === null ? null : direction === 'sent' ? 'up' : 'down';
    return (topic) => {
      const description = describeTopic(topic, from, owner);
      return description ? explained(description, i18n.language, t) : '';
    };
  }, [device, direction, i18n.language, t]);
}
