import { Button, Input } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { NumberField } from '../components/number-field.tsx';
import { unusable } from '../components/unusable.ts';
import { type Draft, isRepeatNumber, planOf, type RepeatNumber, repeatNumbers } from './drafts.ts';
import classes from './publish.module.css';

interface Props {
  readonly draft: Draft;
  readonly connected: boolean;
  onChange(part: Partial<Draft>): void;
  onStart(): void;
}

/** How often, how many times and how evenly to publish again. */
export function RepeatFields({ draft, connected, onChange, onStart }: Props) {
  const { t } = useTranslation();
  const rangeId = useId();
  const wrong = repeatNumbers.find((name) => !isRepeatNumber(name, draft[name]));
  const field = (name: RepeatNumber) => (
    <NumberField
      className={classes[name] ?? ''}
      label={t(`publish.${name}`)}
      value={draft[name]}
      onChange={(value) => onChange({ [name]: value })}
      error={!isRepeatNumber(name, draft[name])}
      title={t(`publish.ranges.${name}`)}
      aria-describedby={name === wrong ? rangeId : undefined}
      placeholder={name === 'count' ? '∞' : ''}
      hideControls
    />
  );
  return (
    <>
      <div className={classes.line}>
        {field('everySeconds')}
        {field('count')}
        {field('jitterMs')}
      </div>
      {wrong && (
        <Input.Error id={rangeId} role="status">
          {t(`publish.${wrong}`)}: {t(`publish.ranges.${wrong}`)}
        </Input.Error>
      )}
      <Button
        variant="default"
        {...unusable(!connected || planOf(draft) === null)}
        onClick={onStart}
      >
        {t('publish.startRepeating')}
      </Button>
    </>
  );
}
