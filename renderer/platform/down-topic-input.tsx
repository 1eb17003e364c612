import { useTranslation } from 'react-i18next';
import { suggestTopics } from '../../shared/alibaba/messages/topic-suggestions.ts';
import { TopicInput } from '../components/topic-input.tsx';
import { languageInForce } from '../i18n/setup.ts';
import type { ActFieldProps } from './act-field-input.tsx';
import classes from './cloud-panel.module.css';

interface Props extends ActFieldProps {
  readonly label: string;
  readonly error: string | null;
}

/** The topic of a message to the device: those it has subscribed to are offered first. */
export function DownTopicInput({ draft, device, label, error, onChange }: Props) {
  const { t } = useTranslation();
  const language = languageInForce();
  const groups = [
    {
      label: t('platform.device.subscriptions'),
      suggestions: device.subscriptions.map((topic) => ({ topic, purpose: '' })),
    },
    {
      label: t('topics.platform'),
      suggestions: suggestTopics(device, 'subscribe').map(({ topic, purpose }) => ({
        topic,
        purpose: purpose[language],
      })),
    },
  ];
  return (
    <TopicInput
      className={classes.wide ?? ''}
      label={label}
      value={draft.topic}
      hint=""
      groups={groups}
      error={error}
      warnings={[]}
      onChange={(topic) => onChange({ topic })}
    />
  );
}
