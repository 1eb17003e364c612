import { NumberInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { setPreferences } from '../stores/preferences.ts';
import { useApp } from '../stores/use-app.ts';
import { Section } from './section.tsx';

const GIB = 1024 ** 3;
const [MIN, MAX] = [0.1, 10_000];

/** How much of the disk captures may take. It is in force when the field is left, not while typing: a lower one deletes. */
export function CaptureBudget() {
  const { t } = useTranslation();
  const { captureBudget } = useApp((state) => state.preferences);
  const inForce = Number((captureBudget / GIB).toFixed(2));
  const [typed, setTyped] = useState<string | number>(inForce);
  const wanted = typeof typed === 'number' ? typed : Number.NaN;
  const isRight = wanted >= MIN && wanted <= MAX;
  return (
    <Section title={t('preferences.captures')}>
      <NumberInput
        label={t('preferences.captureBudget')}
        description={t('preferences.captureBudgetHint')}
        value={typed}
        step={1}
        hideControls
        decimalScale={2}
        error={!isRight && t('preferences.budgetWrong')}
        onChange={setTyped}
        onBlur={() => {
          if (isRight && wanted !== inForce)
            setPreferences({ captureBudget: Math.round(wanted * GIB) });
        }}
      />
    </Section>
  );
}
