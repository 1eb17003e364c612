import { Button, NativeSelect } from '@mantine/core';
import { type FormEvent, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { warnOfFilter } from '../../shared/alibaba/messages/message-warnings.ts';
import type { CustomTopic } from '../../shared/alibaba/topics.ts';
import type { DeviceTarget } from '../../shared/contract/devices.ts';
import type { Qos, Session } from '../../shared/contract/sessions.ts';
import { filterProblem } from '../../shared/mqtt/topic-filter.ts';
import { ask } from '../bridge.ts';
import { Failure } from '../components/failure.tsx';
import { TopicInput } from '../components/topic-input.tsx';
import { topicGroups, topicHint, topicWarnings, warningOf } from '../components/topic-warnings.ts';
import { unusable } from '../components/unusable.ts';
import { errorDetail, explainError } from '../i18n/explain.ts';
import { appStore } from '../stores/app-store.ts';
import { useApp } from '../stores/use-app.ts';
import { useCustomTopics } from '../stores/use-platform.ts';
import { useTopicsSeen } from '../stores/use-topics-seen.ts';
import classes from './subscriptions.module.css';

function warnings(
  filter: string,
  target: DeviceTarget,
  customTopics: readonly CustomTopic[],
): string[] {
  return [
    ...topicWarnings(filter, target, 'subscribe', customTopics),
    ...warnOfFilter(filter, target).map(warningOf),
  ];
}

/** Asks the broker for a topic filter; its answer shows in the table. */
export function SubscribeForm({ session }: { session: Session }) {
  const { t, i18n } = useTranslation();
  const target = useApp(({ devices }) => devices.find(({ id }) => id === session.deviceId)?.target);
  const seen = useTopicsSeen(session.captureId);
  const customTopics = useCustomTopics(target);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the purposes are in the language in force
  const groups = useMemo(
    () => topicGroups(seen.topics, target, 'subscribe', customTopics),
    [seen.topics, target, customTopics, i18n.language],
  );
  const [filter, setFilter] = useState('');
  const [qos, setQos] = useState<Qos>(() => appStore.getState().preferences.defaultQos);
  const [submitted, setSubmitted] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const connected = session.state.status === 'connected';
  const problem = filterProblem(filter);
  const shown = problem !== null && (submitted || filter !== '') ? problem : null;

  async function subscribe(event: FormEvent): Promise<void> {
    event.preventDefault();
    setSubmitted(true);
    if (problem !== null || !connected) return;
    setBusy(true);
    setFailure(null);
    try {
      await ask('sessions.subscribe', { sessionId: session.id, filter, qos });
      setFilter('');
      setSubmitted(false);
    } catch (error) {
      setFailure(error);
    } finally {
      setBusy(false);
    }
  }

  return (
    <form className={classes.form} onSubmit={subscribe} noValidate>
      <div className={classes.fields}>
        <TopicInput
          className={classes.filter ?? ''}
          label={t('subscriptions.filter')}
          value={filter}
          hint={topicHint(filter, target)}
          groups={groups}
          error={shown && t(`subscriptions.problems.${shown}`)}
          warnings={target ? warnings(filter, target, customTopics) : []}
          onChange={setFilter}
          onOpen={seen.learn}
        />
        <NativeSelect
          label={t('subscriptions.qos')}
          value={String(qos)}
          onChange={(event) => setQos(Number(event.currentTarget.value) as Qos)}
          data={['0', '1', '2']}
        />
        <Button type="submit" className={classes.submit} {...unusable(!connected || busy)}>
          {t('subscriptions.subscribe')}
        </Button>
      </div>
      {!connected && <p className={classes.reason}>{t('subscriptions.notConnected')}</p>}
      {failure !== null && (
        <Failure
          text={explainError(failure)}
          detail={errorDetail(failure)}
          detailLabel={t('subscriptions.details')}
        />
      )}
    </form>
  );
}
