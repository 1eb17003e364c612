import { useTranslation } from 'react-i18next';
import { qosSchema } from '../../shared/contract/sessions.ts';
import { setPreferences } from '../stores/preferences.ts';
import { useApp } from '../stores/use-app.ts';
import { PreferenceSelect } from './preference-select.tsx';
import { Section } from './section.tsx';

const choices = (['0', '1', '2'] as const).map((value) => ({ value, label: value }));

/** The QoS that new messages and subscriptions begin with. */
export function DefaultQos() {
  const { t } = useTranslation();
  const { defaultQos } = useApp((state) => state.preferences);
  return (
    <Section title={t('preferences.messages')}>
      <PreferenceSelect
        label={t('preferences.defaultQos')}
        description={t('preferences.defaultQosHint')}
        value={choices[defaultQos]?.value ?? '1'}
        choices={choices}
        onChoose={(value) => setPreferences({ defaultQos: qosSchema.parse(Number(value)) })}
      />
    </Section>
  );
}
