import { Button, Checkbox, NativeSelect } from '@mantine/core';
import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { Qos, Session } from '../../shared/contract/sessions.ts';
import { topicProblem } from '../../shared/mqtt/topic-filter.ts';
import { unusable } from '../components/unusable.ts';
import { Warnings } from '../components/warnings.tsx';
import { useApp } from '../stores/use-app.ts';
import { useCustomTopics } from '../stores/use-platform.ts';
import { useThingModel } from '../stores/use-thing-model.ts';
import { propertyProblems, publishProperties } from './draft-properties.ts';
import { draftWarnings } from './draft-warnings.ts';
import { type Draft, draftStore, firstDraft, planOf, putDraft } from './drafts.ts';
import { FieldsPanel } from './fields-panel.tsx';
import { fieldsStore } from './fields-store.ts';
import { MessageHead } from './message-head.tsx';
import { OutcomeText } from './outcome-text.tsx';
import { PayloadField } from './payload-field.tsx';
import { payloadProblem } from './payload-problem.ts';
import { PropertiesSection } from './properties-section.tsx';
import classes from './publish.module.css';
import { RepeatFields } from './repeat-fields.tsx';
import { RepeatList } from './repeat-list.tsx';
import { usePublish } from './use-publish.ts';

/** Publishes a message, once or again and again. */
export function PublishForm({ session }: { session: Session }) {
  const { t } = useTranslation();
  const device = useApp(({ devices }) => devices.find(({ id }) => id === session.deviceId));
  const kept = useStore(draftStore, (drafts) => drafts[session.id]);
  const target = device?.target;
  const triple = target && target.kind !== 'broker' ? target : null;
  const model = useThingModel(triple?.productKey ?? null);
  const customTopics = useCustomTopics(target);
  const defaultQos = useApp(({ preferences }) => preferences.defaultQos);
  const draft = kept ?? firstDraft(target, model, defaultQos);
  const [submitted, setSubmitted] = useState(false);
  const payload = useRef<HTMLTextAreaElement>(null);
  const { outcome, publish, startRepeating, stopRepeating, stopAll } = usePublish(session);
  const connected = session.state.status === 'connected';
  const wrongTopic = topicProblem(draft.topic);
  const wrongPayload = payloadProblem(draft, target !== undefined && target.kind !== 'broker');
  const warnings = target ? draftWarnings(draft, target, model, customTopics) : null;
  const isFive = target?.kind === 'broker' && target.mqttVersion === '5';
  const wrongProperties = propertyProblems(draft.properties).length > 0;
  const fieldsShown = useStore(fieldsStore, ({ shown }) => shown) && triple !== null;

  const isFit = wrongTopic === null && wrongPayload === null && !wrongProperties;
  const change = (part: Partial<Draft>) => putDraft(session.id, { ...draft, ...part });

  /** False with the cursor where something is wrong. */
  function check(): boolean {
    setSubmitted(true);
    if (wrongPayload !== null) {
      payload.current?.focus();
      payload.current?.setSelectionRange(wrongPayload.start, wrongPayload.end);
    }
    return isFit;
  }

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (connected && check()) void publish(draft);
  }

  function repeat(): void {
    const plan = planOf(draft);
    if (plan !== null && check()) void startRepeating(draft, plan);
  }

  return (
    <form className={classes.form} aria-label={t('publish.form')} onSubmit={submit} noValidate>
      <MessageHead
        session={session}
        draft={draft}
        target={target}
        model={model}
        problem={submitted || draft.topic !== '' ? wrongTopic : null}
        warnings={warnings?.topic ?? []}
        isFit={isFit}
        onChange={change}
      />
      <div className={classes.content} data-fields={fieldsShown || undefined}>
        {fieldsShown && (
          <FieldsPanel draft={draft} target={triple} model={model} onChange={change} />
        )}
        <PayloadField
          input={payload}
          draft={draft}
          target={target}
          problem={wrongPayload}
          warnings={warnings?.payload ?? []}
          onChange={change}
        />
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
            {...unusable(!connected || outcome.kind === 'busy')}
          >
            {t('publish.publish')}
          </Button>
        </div>
        <Warnings texts={warnings?.message ?? []} />
        <RepeatFields draft={draft} connected={connected} onChange={change} onStart={repeat} />
        {(isFive || publishProperties(draft.properties) !== null) && (
          <PropertiesSection
            properties={draft.properties}
            onChange={(properties) => change({ properties })}
          />
        )}
      </div>
      <OutcomeText session={session} outcome={outcome} connected={connected} />
      <RepeatList sessionId={session.id} onStop={stopRepeating} onStopAll={stopAll} />
    </form>
  );
}
