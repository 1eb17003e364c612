import { useTranslation } from 'react-i18next';
import { densities, languages, themes, timeFormats } from '../../shared/contract/preferences.ts';
import { setPreferences } from '../stores/preferences.ts';
import { useApp } from '../stores/use-app.ts';
import { PreferenceSelect } from './preference-select.tsx';
import { Section } from './section.tsx';

/** Percent. */
const textSizes = ['90', '100', '110', '125', '150', '200'] as const;

/** How the window looks. */
export function Appearance() {
  const { t } = useTranslation();
  const { theme, language, times, density, fontSize } = useApp((state) => state.preferences);
  return (
    <Section title={t('preferences.appearance')}>
      <PreferenceSelect
        label={t('preferences.theme')}
        value={theme}
        choices={themes.map((value) => ({ value, label: t(`app.themes.${value}`) }))}
        onChoose={(value) => setPreferences({ theme: value })}
      />
      <PreferenceSelect
        label={t('preferences.language')}
        value={language}
        choices={languages.map((value) => ({ value, label: t(`app.languages.${value}`) }))}
        onChoose={(value) => setPreferences({ language: value })}
      />
      <PreferenceSelect
        label={t('timeline.times')}
        value={times}
        choices={timeFormats.map((value) => ({ value, label: t(`timeline.${value}`) }))}
        onChoose={(value) => setPreferences({ times: value })}
      />
      <PreferenceSelect
        label={t('preferences.density')}
        value={density}
        choices={densities.map((value) => ({ value, label: t(`preferences.densities.${value}`) }))}
        onChoose={(value) => setPreferences({ density: value })}
      />
      <PreferenceSelect
        label={t('preferences.fontSize')}
        value={String(fontSize)}
        choices={textSizes.map((value) => ({ value, label: `${value} %` }))}
        onChoose={(value) => setPreferences({ fontSize: Number(value) })}
      />
    </Section>
  );
}
