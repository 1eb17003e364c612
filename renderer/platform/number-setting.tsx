import { Checkbox } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type MisbehaviourSettings, wellBehaved } from '../../shared/alibaba/misbehaviour.ts';
import { NumberField } from '../components/number-field.tsx';
import classes from './misbehaviour-panel.module.css';

type NumberName = {
  [K in keyof MisbehaviourSettings]: MisbehaviourSettings[K] extends boolean ? never : K;
}[keyof MisbehaviourSettings];

interface Props {
  readonly name: NumberName;
  readonly max: number;
  /** What it begins with when it is switched on. */
  readonly initial: number;
  readonly settings: MisbehaviourSettings;
  onChange(part: Partial<MisbehaviourSettings>): void;
}

/** A misbehaviour with a measure; in force when it is switched on, and when the field is left. */
export function NumberSetting({ name, max, initial, settings, onChange }: Props) {
  const { t } = useTranslation();
  const inForce = settings[name];
  const isOn = inForce !== wellBehaved[name];
  const [typed, setTyped] = useState<number | '' | null>(null);
  const standing = isOn && inForce !== null ? inForce : initial;
  const wanted = typed ? Math.min(typed, max) : standing;
  const label = t(`platform.misbehaviour.settings.${name}`);

  function commit(): void {
    if (isOn && wanted !== inForce) onChange({ [name]: wanted });
    setTyped(isOn ? null : wanted);
  }

  return (
    <div className={classes.number}>
      <Checkbox
        label={label}
        description={t(`platform.misbehaviour.hints.${name}`)}
        checked={isOn}
        onChange={(event) =>
          onChange({ [name]: event.currentTarget.checked ? wanted : wellBehaved[name] })
        }
      />
      <NumberField
        className={classes.measure ?? ''}
        aria-label={t('platform.misbehaviour.measure', { name: label })}
        value={typed ?? standing}
        allowDecimal={false}
        allowNegative={false}
        hideControls
        onChange={setTyped}
        onBlur={commit}
        onKeyDown={(event) => event.key === 'Enter' && commit()}
      />
    </div>
  );
}
