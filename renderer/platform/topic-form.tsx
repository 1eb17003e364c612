import { Button, NativeSelect, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  CUSTOM_TOPICS_MAX,
  type CustomTopicProblem,
  customTopicProblem,
} from '../../shared/alibaba/custom-topic.ts';
import { topicPattern } from '../../shared/alibaba/messages/topic-suggestions.ts';
import { DEVICE } from '../../shared/alibaba/platform-topic.ts';
import type { DefinedTopic, PlatformOwner } from '../../shared/contract/platform.ts';
import { unusable } from '../components/unusable.ts';
import classes from './topics-panel.module.css';

export type TopicScope = 'product' | 'device';

interface Props {
  readonly device: PlatformOwner;
  readonly taken: Readonly<Record<TopicScope, readonly DefinedTopic[]>>;
  /** Answers whether it succeeded. */
  onDefine(scope: TopicScope, topic: DefinedTopic): Promise<boolean>;
}

const PREFIX = `/${DEVICE}/`;

/** What stands behind the prefix; a whole topic of the device may be pasted. */
function suffixOf(text: string, device: PlatformOwner): string {
  const pattern = topicPattern(text.trim(), device);
  return pattern.startsWith(PREFIX) ? pattern.slice(PREFIX.length) : pattern;
}

/** Defines a topic of the product or of one device. */
export function TopicForm({ device, taken, onDefine }: Props) {
  const { t } = useTranslation();
  const [suffix, setSuffix] = useState('');
  const [permission, setPermission] = useState<DefinedTopic['permission']>('sub');
  const [scope, setScope] = useState<TopicScope>('product');
  const pattern = PREFIX + suffix;
  const problem = problemOf();

  function problemOf(): CustomTopicProblem | 'taken' | 'too-many' | null {
    if (taken[scope].some((topic) => topic.pattern === pattern)) return 'taken';
    if (taken[scope].length >= CUSTOM_TOPICS_MAX) return 'too-many';
    return customTopicProblem(pattern, permission, device);
  }

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (problem === null && (await onDefine(scope, { pattern, permission }))) setSuffix('');
  }

  return (
    <form className={classes.form} aria-label={t('platform.topics.form')} onSubmit={submit}>
      <TextInput
        className={classes.topic ?? ''}
        classNames={{ input: classes.mono ?? '' }}
        label={t('platform.topics.topic')}
        leftSection={<span className={classes.prefix}>{PREFIX}</span>}
        leftSectionWidth={PREFIX_WIDTH}
        value={suffix}
        error={suffix !== '' && problem && t(`platform.topics.problems.${problem}`)}
        spellCheck={false}
        onChange={(event) => setSuffix(suffixOf(event.currentTarget.value, device))}
      />
      <NativeSelect
        className={classes.choice}
        label={t('platform.topics.permission')}
        value={permission}
        data={(['sub', 'pub', 'pubsub'] as const).map((value) => ({
          value,
          label: t(`platform.topics.permissions.${value}`),
        }))}
        onChange={(event) => setPermission(event.currentTarget.value as typeof permission)}
      />
      <NativeSelect
        className={classes.choice}
        label={t('platform.topics.scope')}
        value={scope}
        data={(['product', 'device'] as const).map((value) => ({
          value,
          label: t(`platform.topics.scopes.${value}`),
        }))}
        onChange={(event) => setScope(event.currentTarget.value as TopicScope)}
      />
      <Button type="submit" className={classes.define} {...unusable(problem !== null)}>
        {t('platform.topics.define')}
      </Button>
    </form>
  );
}

/** Room for the prefix, in the monospaced font of the field. */
const PREFIX_WIDTH = `${PREFIX.length * 0.46 + 0.75}rem`;
