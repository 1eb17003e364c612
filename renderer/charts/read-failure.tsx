import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Failure } from '../components/failure.tsx';
import { errorDetail, explainError } from '../i18n/explain.ts';
import classes from './charts.module.css';

/** Why there are no values, and another try. */
export function ReadFailure({ error, onRetry }: { error: unknown; onRetry(): void }) {
  const { t } = useTranslation();
  return (
    <div className={classes.failure}>
      <Failure
        text={t('charts.failed', { reason: explainError(error) })}
        detail={errorDetail(error)}
        detailLabel={t('charts.details')}
      />
      <Button variant="default" onClick={onRetry}>
        {t('charts.retry')}
      </Button>
    </div>
  );
}
