import { Button, Checkbox, NativeSelect, NumberInput, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { Qos, Session } from '../../shared/contract/sessions.ts';
import { topicProblem } from '../../shared/mqtt/topic-filter.ts';
import { useApp } from '../stores/use-app.ts';
import { type Draft, draftStore, firstDraft, INTERVAL, putDraft } from './drafts.ts';
import { OutcomeText } from './outcome-text.tsx';
import classes from './publish.module.css';
import { RepeatList } from './repeat-list.tsx';
import { usePublish } from './use-publish.ts';

const encoder = new TextEncoder();

/** Publishes a message, once or again and again. */
export function PublishForm({ session }: { session: Session }) {
  const { t, i18n } = useTranslation();
  const device = useApp(({ devices }) => devices.find(({ id }) => id === session.deviceId));
  const kept = useStore(draftStore, (drafts) => drafts[session.id]);
  const draft = kept ?? firstDraft(device?.target);
  const [submitted, setSubmitted] = useState(false);
  const { outcome, publish, startRepeating, stopRepeating } = usePublish(session);
  const connected = session.state.status === 'connected';
  const problem = topicProblem(draft.topic);
  const shown = problem !== null && (submitted || draft.topic !== '') ? problem : null;
  const { everySeconds } = draft;
  const intervalFits =
    everySeconds !== '' && everySeconds >= INTERVAL.min && everySeconds <= INTERVAL.max;
  const bytes = encoder.encode(draft.payload).length;

  const change = (part: Partial<Draft>) => putDraft(session.id, { ...draft, ...part });

  function submit(event: FormEvent): void {
    event.preventDefault();
    setSubmitted(true);
    if (connected && problem === null) void publish(draft);
  }

  function repeat(): void {
    setSubmitted(true);
    if (problem === null && everySeconds !== '' && intervalFits)
      void startRepeating(draft, everySeconds);
  }

  function submitByKey(event: KeyboardEvent<HTMLTextAreaElement>): void {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey))
      event.currentTarget.form?.requestSubmit();
  }

  return (
    <form className={classes.form} aria-label={t('publish.form')} onSubmit={submit} noValidate>
      <div className={classes.message}>
        <TextInput
          classNames={{ input: classes.mono ?? '' }}
          label={t('publish.topic')}
          value={draft.topic}
          onChange={(event) => change({ topic: event.currentTarget.value })}
          error={shown && t(`publish.problems.${shown}`)}
          spellCheck={false}
          autoComplete="off"
        />
        <Textarea
          className={classes.payload}
          classNames={{ input: classes.mono ?? '', wrapper: classes.fill ?? '' }}
          label={t('publish.payload')}
          value={draft.payload}
          onChange={(event) => change({ payload: event.currentTarget.value })}
          onKeyDown={submitByKey}
          spellCheck={false}
        />
        <span className={classes.bytes}>
          {t('publish.payloadBytes', { count: bytes, number: bytes.toLocaleString(i18n.language) })}
        </span>
      </div>
      <div className={classes.actions}>
        <div className={classes.line}>
          <NativeSelect
            className={classes.qos}
            label={t('publish.qos')}
            value={String(draft.qos)}
            onChange={(event) => change({ qos: Number(event.currentTarget.value) as Qos })}
            data={['0', '1', '2']}
          />
          <Checkbox
            className={classes.retain}
            label={t('publish.retain')}
            checked={draft.retain}
            onChange={(event) => change({ retain: event.currentTarget.checked })}
          />
          <Button
            className={classes.last}
            type="submit"
            disabled={!connected || outcome.kind === 'busy'}
          >
            {t('publish.publish')}
          </Button>
        </div>
        {connected ? (
          <OutcomeText outcome={outcome} />
        ) : (
          <p className={classes.reason}>{t('publish.notConnected')}</p>
        )}
        <div className={classes.line}>
          <NumberInput
            className={classes.every}
            label={t('publish.every')}
            value={everySeconds}
            onChange={(value) => change({ everySeconds: typeof value === 'number' ? value : '' })}
            error={!intervalFits}
            title={t('publish.badInterval')}
            hideControls
          />
          <Button
            className={classes.last}
            variant="default"
            disabled={!connected || !intervalFits}
            onClick={repeat}
          >
            {t('publish.startRepeating')}
          </Button>
        </div>
        <RepeatList repeats={session.repeats} onStop={stopRepeating} />
      </div>
    </form>
  );
}
