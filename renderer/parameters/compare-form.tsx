import { Button, PasswordInput, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Failure } from '../components/failure.tsx';
import { errorDetail, explainError } from '../i18n/explain.ts';
import { ClientIdParts } from './client-id-parts.tsx';
import { ComparisonResult } from './comparison-result.tsx';
import classes from './parameters.module.css';
import { useComparison } from './use-comparison.ts';

interface Props {
  readonly deviceId: string;
  /** What Tricorder would send, to stand beside the device's. */
  readonly ownClientId: string;
}

/** Takes what a device's own code sends and shows in what it differs. */
export function CompareForm({ deviceId, ownClientId }: Props) {
  const { t } = useTranslation();
  const { given, comparison, failure, change, keepLineBreaks, submit } = useComparison(deviceId);
  return (
    <form onSubmit={submit} autoComplete="off">
      <p className={classes.note}>{t('parameters.compareHint')}</p>
      <div className={classes.fields}>
        <Textarea
          className={classes.wide}
          label={t('parameters.fields.clientId')}
          value={given.clientId}
          onChange={(event) => change('clientId', event.currentTarget.value)}
          autosize
          minRows={1}
          maxRows={4}
          spellCheck={false}
        />
        <TextInput
          label={t('parameters.fields.username')}
          value={given.username}
          onChange={(event) => change('username', event.currentTarget.value)}
          onPaste={(event) => keepLineBreaks('username', event)}
          spellCheck={false}
          autoComplete="off"
        />
        <PasswordInput
          label={t('parameters.fields.password')}
          value={given.password}
          onChange={(event) => change('password', event.currentTarget.value)}
          onPaste={(event) => keepLineBreaks('password', event)}
          autoComplete="off"
          visibilityToggleButtonProps={{ 'aria-label': t('parameters.showPassword') }}
        />
      </div>
      <div className={classes.submit}>
        <Button type="submit">{t('parameters.compare')}</Button>
      </div>
      {failure !== null && (
        <Failure
          text={explainError(failure)}
          detail={errorDetail(failure)}
          detailLabel={t('parameters.details')}
        />
      )}
      <div role="status">{comparison && <ComparisonResult comparison={comparison} />}</div>
      {comparison && <ClientIdParts given={comparison.clientId} ownClientId={ownClientId} />}
    </form>
  );
}
