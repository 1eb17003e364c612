import { Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { setPreferences } from '../stores/preferences.ts';
import { useApp } from '../stores/use-app.ts';
import { PreferenceNumber } from './preference-number.tsx';
import { Section } from './section.tsx';

/** What happens when a connection is lost. */
export function Connections() {
  const { t } = useTranslation();
  const { reconnect, longestWait } = useApp((state) => state.preferences);
  return (
    <Section title={t('preferences.connections')}>
      <Checkbox
        label={t('preferences.reconnect')}
        checked={reconnect}
        onChange={(event) => setPreferences({ reconnect: event.currentTarget.checked })}
      />
      <PreferenceNumber
        label={t('preferences.longestWait')}
        description={t('preferences.longestWaitHint')}
        min={2}
        max={3600}
        decimals={0}
        wrong={t('preferences.waitWrong')}
        disabled={!reconnect}
        value={longestWait}
        onChoose={(value) => setPreferences({ longestWait: value })}
      />
    </Section>
  );
}
