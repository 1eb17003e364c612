import { Button, NativeSelect, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Qos, Session } from '../../shared/contract/sessions.ts';
import { filterProblem } from '../../shared/mqtt/topic-filter.ts';
import { ask } from '../bridge.ts';
import { Failure } from '../components/failure.tsx';
import { errorDetail, explainError } from '../i18n/explain.ts';
import classes from './subscriptions.module.css';

/** Asks the broker for a topic filter; its answer shows in the table. */
export function SubscribeForm({ session }: { session: Session }) {
  const { t } = useTranslation();
  const [filter, setFilter] = useState('');
  const [qos, setQos] = useState<Qos>(1);
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
        <TextInput
          className={classes.filter}
          classNames={{ input: classes.mono ?? '' }}
          label={t('subscriptions.filter')}
          value={filter}
          onChange={(event) => setFilter(event.currentTarget.value)}
          error={shown && t(`subscriptions.problems.${shown}`)}
          spellCheck={false}
          autoComplete="off"
        />
        <NativeSelect
          label={t('subscriptions.qos')}
          value={String(qos)}
          onChange={(event) => setQos(Number(event.currentTarget.value) as Qos)}
          data={['0', '1', '2']}
        />
        <Button type="submit" className={classes.submit} disabled={!connected || busy}>
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
