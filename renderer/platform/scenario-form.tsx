import { ActionIcon, Button, Checkbox, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MisbehaviourSettings } from '../../shared/alibaba/misbehaviour.ts';
import { SCENARIO_STEPS_MAX, type ScenarioStep } from '../../shared/contract/platform.ts';
import { ask } from '../bridge.ts';
import { NumberField } from '../components/number-field.tsx';
import { unusable } from '../components/unusable.ts';
import { putStatus } from '../stores/platform.ts';
import classes from './misbehaviour-panel.module.css';

interface Props {
  readonly settings: MisbehaviourSettings;
  onFailure(failure: unknown): void;
  stepText(step: ScenarioStep): string;
}

/** Keeps what is in force under a name, alone or as one step after others. */
export function ScenarioForm({ settings, onFailure, stepText }: Props) {
  const { t } = useTranslation();
  const [name, setName] = useState('');
  const [afterSeconds, setAfterSeconds] = useState<number | ''>(0);
  const [cut, setCut] = useState(false);
  // Each with a number of its own: two steps may be alike.
  const [steps, setSteps] = useState<readonly (ScenarioStep & { readonly key: number })[]>([]);
  const now = { afterSeconds: afterSeconds || 0, settings, cut };

  function addStep(): void {
    setSteps([...steps, { ...now, key: (steps.at(-1)?.key ?? 0) + 1 }]);
    setCut(false);
  }

  function save(): void {
    onFailure(null);
    const all = steps.length === 0 ? [now] : steps.map(({ key: _key, ...step }) => step);
    ask('platform.saveScenario', { name, steps: all }).then((status) => {
      putStatus(status);
      setName('');
      setSteps([]);
    }, onFailure);
  }

  return (
    <div className={classes.scenarioForm}>
      {steps.length > 0 && (
        <ol className={classes.steps} aria-label={t('platform.scenarios.steps')}>
          {steps.map((step) => (
            <li key={step.key}>
              {stepText(step)}
              <ActionIcon
                size={20}
                aria-label={t('platform.scenarios.removeStep', { step: stepText(step) })}
                onClick={() => setSteps(steps.filter(({ key }) => key !== step.key))}
              >
                <IconX size={12} />
              </ActionIcon>
            </li>
          ))}
        </ol>
      )}
      <div className={classes.line}>
        <NumberField
          className={classes.after ?? ''}
          label={t('platform.scenarios.afterSeconds')}
          value={afterSeconds}
          min={0}
          max={86_400}
          allowNegative={false}
          hideControls
          onChange={setAfterSeconds}
        />
        <Checkbox
          className={classes.besideField ?? ''}
          label={t('platform.scenarios.cutThen')}
          checked={cut}
          onChange={(event) => setCut(event.currentTarget.checked)}
        />
        <Button
          variant="default"
          {...unusable(steps.length >= SCENARIO_STEPS_MAX)}
          title={t('platform.scenarios.addStepHint')}
          onClick={addStep}
        >
          {t('platform.scenarios.addStep')}
        </Button>
        <TextInput
          className={classes.name ?? ''}
          label={t('platform.scenarios.name')}
          value={name}
          maxLength={64}
          onChange={(event) => setName(event.currentTarget.value)}
          onKeyDown={(event) => event.key === 'Enter' && name.trim() !== '' && save()}
        />
        <Button {...unusable(name.trim() === '')} onClick={save}>
          {t('platform.scenarios.save')}
        </Button>
      </div>
    </div>
  );
}
