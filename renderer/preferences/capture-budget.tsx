import { useTranslation } from 'react-i18next';
import { setPreferences } from '../stores/preferences.ts';
import { useApp } from '../stores/use-app.ts';
import { PreferenceNumber } from './preference-number.tsx';
import { Section } from './section.tsx';

const GIB = 1024 ** 3;

/** How much of the disk captures may take. */
export function CaptureBudget() {
  const { t } = useTranslation();
  const { captureBudget } = useApp((state) => state.preferences);
  return (
    <Section title={t('preferences.captures')}>
      <PreferenceNumber
        label={t('preferences.captureBudget')}
        description={t('preferences.captureBudgetHint')}
        min={0.1}
        max={10_000}
        decimals={2}
        wrong={t('preferences.budgetWrong')}
        value={Number((captureBudget / GIB).toFixed(2))}
        onChoose={(value) => setPreferences({ captureBudget: Math.round(value * GIB) })}
      />
    </Section>
  );
}
