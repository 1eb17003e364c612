import { ActionIcon, Button, Checkbox, Popover, TextInput, UnstyledButton } from '@mantine/core';
import { IconBookmark, IconTrash } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ownTopic, topicPattern } from '../../shared/alibaba/messages/topic-suggestions.ts';
import type { TopicOwner } from '../../shared/alibaba/topics.ts';
import type { SavedMessage } from '../../shared/contract/messages.ts';
import type { Session } from '../../shared/contract/sessions.ts';
import { Failure } from '../components/failure.tsx';
import { unusable } from '../components/unusable.ts';
import { errorDetail, explainError } from '../i18n/explain.ts';
import { type Draft, messageDraft, messageOf } from './drafts.ts';
import classes from './saved-messages.module.css';
import { useSavedMessages } from './use-saved-messages.ts';

interface Props {
  readonly session: Session;
  readonly draft: Draft;
  /** The device's triple; null on any other broker. */
  readonly owner: TopicOwner | null;
  /** What is written can be sent, so it can be kept. */
  readonly canSave: boolean;
  onChange(part: Partial<Draft>): void;
}

/** Messages kept under a name, for this device or for every one: taken up, deleted, or one more kept. */
export function SavedMessages({ session, draft, owner, canSave, onChange }: Props) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState(false);
  const [name, setName] = useState('');
  const [forAll, setForAll] = useState(false);
  const { messages, failure, load, save, remove } = useSavedMessages();
  const { deviceId } = session;
  const named = name.trim() !== '';

  function open(wanted: boolean): void {
    setOpened(wanted);
    if (wanted) void load();
  }

  function takeUp({ message }: SavedMessage): void {
    const topic = owner ? ownTopic(message.topic, owner) : message.topic;
    onChange({ ...messageDraft(message), topic });
    setOpened(false);
  }

  async function keep(): Promise<void> {
    const message = messageOf(draft);
    const topic = forAll && owner ? topicPattern(message.topic, owner) : message.topic;
    const saved = await save({
      name,
      deviceId: forAll ? null : deviceId,
      message: { ...message, topic },
    });
    if (saved) setName((now) => (now === name ? '' : now));
  }

  return (
    <Popover
      opened={opened}
      onChange={open}
      position="top-end"
      width="22rem"
      shadow="md"
      trapFocus
      returnFocus
      transitionProps={{ duration: 0 }}
    >
      <Popover.Target>
        <ActionIcon
          className={classes.target ?? ''}
          variant="default"
          size={28}
          aria-label={t('publish.saved')}
          title={t('publish.saved')}
          onClick={() => open(!opened)}
        >
          <IconBookmark size={16} />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown className={classes.dropdown ?? ''}>
        <div className={classes.lists}>
          <MessageList
            label={t('publish.savedForDevice')}
            messages={messages.filter((message) => message.deviceId === deviceId)}
            onTakeUp={takeUp}
            onRemove={remove}
          />
          <MessageList
            label={t('publish.savedForAll')}
            messages={messages.filter((message) => message.deviceId === null)}
            onTakeUp={takeUp}
            onRemove={remove}
          />
          {messages.length === 0 && <p className="dimmed">{t('publish.nothingSaved')}</p>}
        </div>
        {failure !== null && (
          <Failure
            text={explainError(failure)}
            detail={errorDetail(failure)}
            detailLabel={t('publish.details')}
          />
        )}
        <div className={classes.save}>
          <TextInput
            className={classes.name ?? ''}
            label={t('publish.saveAs')}
            value={name}
            maxLength={64}
            onChange={(event) => setName(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && named && canSave) void keep();
            }}
          />
          <Checkbox
            label={t('publish.forAll')}
            checked={forAll}
            onChange={(event) => setForAll(event.currentTarget.checked)}
          />
          <Button {...unusable(!named || !canSave)} onClick={() => void keep()}>
            {t('publish.save')}
          </Button>
        </div>
        {!canSave && <p className="dimmed">{t('publish.cannotSave')}</p>}
      </Popover.Dropdown>
    </Popover>
  );
}

interface ListProps {
  readonly label: string;
  readonly messages: readonly SavedMessage[];
  onTakeUp(message: SavedMessage): void;
  onRemove(messageId: string): void;
}

function MessageList({ label, messages, onTakeUp, onRemove }: ListProps) {
  const { t } = useTranslation();
  const id = useId();
  if (messages.length === 0) return null;
  return (
    <>
      <p id={id} className={classes.heading}>
        {label}
      </p>
      <ul className={classes.list} aria-labelledby={id}>
        {messages.map((message) => (
          <li key={message.id} className={classes.item}>
            <UnstyledButton className={classes.message ?? ''} onClick={() => onTakeUp(message)}>
              <span className="ellipsis">{message.name}</span>
              <span className="mono dimmed ellipsis">{message.message.topic}</span>
            </UnstyledButton>
            <ActionIcon
              aria-label={t('publish.deleteSaved', { name: message.name })}
              onClick={() => onRemove(message.id)}
            >
              <IconTrash size={15} />
            </ActionIcon>
          </li>
        ))}
      </ul>
    </>
  );
}
