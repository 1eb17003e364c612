import { ActionIcon, NativeSelect } from '@mantine/core';
import { IconForms } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { isRequestFor } from '../../shared/alibaba/messages/answer-request.ts';
import {
  type MessageKind,
  messageGroups,
  messageKinds,
} from '../../shared/alibaba/messages/kinds.ts';
import type { ThingModel } from '../../shared/alibaba/thing-model.ts';
import type { DeviceTarget } from '../../shared/contract/devices.ts';
import type { Session } from '../../shared/contract/sessions.ts';
import type { TopicProblem } from '../../shared/mqtt/topic-filter.ts';
import { TopicInput } from '../components/topic-input.tsx';
import { topicGroups, topicHint } from '../components/topic-warnings.ts';
import { useCustomTopics } from '../stores/use-platform.ts';
import { useTopicsSeen } from '../stores/use-topics-seen.ts';
import { type Draft, draftStore, kindDraft, messageKind } from './drafts.ts';
import { fieldsStore, toggleFields } from './fields-store.ts';
import { lastRequest } from './last-request.ts';
import classes from './publish.module.css';
import { SavedMessages } from './saved-messages.tsx';

interface Props {
  readonly session: Session;
  readonly draft: Draft;
  readonly target: DeviceTarget | undefined;
  /** Of the device's product; null if none is kept. */
  readonly model: ThingModel | null;
  /** What is wrong with the topic and shall be said. */
  readonly problem: TopicProblem | null;
  readonly warnings: readonly string[];
  /** What is written can be sent. */
  readonly isFit: boolean;
  onChange(part: Partial<Draft>): void;
}

/** What to say and where: the kind of message, its topic, and the messages kept for another day. */
export function MessageHead(props: Props) {
  const { session, draft, target, model, problem, warnings, isFit, onChange } = props;
  const { t, i18n } = useTranslation();
  const seen = useTopicsSeen(session.captureId);
  const customTopics = useCustomTopics(target);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the purposes are in the language in force
  const groups = useMemo(
    () => topicGroups(seen.topics, target, 'publish', customTopics),
    [seen.topics, target, customTopics, i18n.language],
  );
  const owner = target === undefined || target.kind === 'broker' ? null : target;

  async function fillIn(kind: MessageKind): Promise<void> {
    if (owner === null) return;
    const blank = { ...draft, ...kindDraft(kind, owner, null, model) };
    onChange(blank);
    if (kind.answers === undefined) return;
    const request = await lastRequest(session.captureId, (topic) =>
      isRequestFor(kind, topic, owner),
    ).catch(() => null);
    // Whoever wrote on in the meantime is not overwritten.
    const now = draftStore.getState()[session.id];
    if (request !== null && now?.kind === kind.name && now.payload === blank.payload)
      onChange({ ...now, ...kindDraft(kind, owner, request, model) });
  }

  return (
    <div className={classes.head}>
      {owner !== null && (
        <NativeSelect
          className={classes.kind}
          label={t('publish.kind')}
          value={draft.kind ?? ''}
          onChange={(event) => {
            const kind = messageKind(event.currentTarget.value);
            if (kind) void fillIn(kind);
            else onChange({ kind: null });
          }}
          data={[
            { value: '', label: t('publish.kinds.own-message') },
            ...messageGroups.map((group) => ({
              group: t(`publish.kindGroups.${group}`),
              items: messageKinds
                .filter((kind) => kind.group === group)
                .map(({ name }) => ({ value: name, label: t(`publish.kinds.${name}`) })),
            })),
          ]}
        />
      )}
      <TopicInput
        className={classes.topic ?? ''}
        label={t('publish.topic')}
        value={draft.topic}
        hint={topicHint(draft.topic, target)}
        groups={groups}
        error={problem && t(`publish.problems.${problem}`)}
        warnings={warnings}
        onChange={(topic) => onChange({ topic, kind: null })}
        onOpen={seen.learn}
      />
      {owner !== null && <FieldsButton />}
      <SavedMessages
        session={session}
        draft={draft}
        owner={owner}
        canSave={isFit}
        onChange={onChange}
      />
    </div>
  );
}

/** Shows and hides the fields of the payload. */
function FieldsButton() {
  const { t } = useTranslation();
  const shown = useStore(fieldsStore, (state) => state.shown);
  return (
    <ActionIcon
      className={classes.beside ?? ''}
      variant={shown ? 'light' : 'default'}
      color={shown ? 'accent' : 'gray'}
      size={28}
      aria-label={t('fields.title')}
      title={t('fields.title')}
      aria-pressed={shown}
      onClick={toggleFields}
    >
      <IconForms size={16} />
    </ActionIcon>
  );
}
