import { Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { MisbehaviourSettings } from '../../shared/alibaba/misbehaviour.ts';

type SwitchName = {
  [K in keyof MisbehaviourSettings]: MisbehaviourSettings[K] extends boolean ? K : never;
}[keyof MisbehaviourSettings];

interface Props {
  readonly name: SwitchName;
  readonly settings: MisbehaviourSettings;
  onChange(part: Partial<MisbehaviourSettings>): void;
}

/** A misbehaviour that is on or off; in force at once. */
export function SwitchSetting({ name, settings, onChange }: Props) {
  const { t } = useTranslation();
  return (
    <Checkbox
      label={t(`platform.misbehaviour.settings.${name}`)}
      description={t(`platform.misbehaviour.hints.${name}`)}
      checked={settings[name]}
      onChange={(event) => onChange({ [name]: event.currentTarget.checked })}
    />
  );
}
