import { Button, Group, Progress } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatBytes } from '../components/format.ts';
import classes from './captures.module.css';
import type { ImportStep } from './import-file.ts';

/** How far an import is. */
export function ImportProgress({ step, onCancel }: { step: ImportStep; onCancel(): void }) {
  const { t } = useTranslation();
  const { phase, done, total } = step;
  return (
    <div className={classes.form}>
      <div className={classes.step}>
        <span>{t(`captures.import.${phase}`)}</span>
        <span className="dimmed figures">
          {t('captures.import.of', { done: formatBytes(done), total: formatBytes(total) })}
        </span>
      </div>
      <Progress
        value={(done / total) * 100}
        transitionDuration={0}
        aria-label={t('captures.import.progress')}
      />
      <Group justify="flex-end">
        <Button variant="default" onClick={onCancel} data-autofocus>
          {t('captures.cancel')}
        </Button>
      </Group>
    </div>
  );
}
