import { ActionIcon, Button } from '@mantine/core';
import { IconPlayerPlay, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { MisbehaviourSettings } from '../../shared/alibaba/misbehaviour.ts';
import type { PlatformOwner, Scenario, ScenarioStep } from '../../shared/contract/platform.ts';
import { ask } from '../bridge.ts';
import { putStatus } from '../stores/platform.ts';
import { usePlatform } from '../stores/use-platform.ts';
import classes from './misbehaviour-panel.module.css';
import { misbehaviourText } from './misbehaviour-text.ts';
import { ScenarioForm } from './scenario-form.tsx';
import { useMisbehaviour } from './use-misbehaviour.ts';

interface Props {
  readonly owner: PlatformOwner;
  /** What is in force, to be kept as a step. */
  readonly settings: MisbehaviourSettings;
  onFailure(failure: unknown): void;
}

const none: readonly Scenario[] = [];

/** Misbehaviour under a name: kept, played, removed. */
export function Scenarios({ owner, settings, onFailure }: Props) {
  const { t } = useTranslation();
  const scenarios = usePlatform(({ status }) => status?.scenarios ?? none);
  const { play } = useMisbehaviour(owner, onFailure);

  function remove(scenarioId: string): void {
    onFailure(null);
    ask('platform.removeScenario', { scenarioId }).then(putStatus, onFailure);
  }

  return (
    <section className={classes.scenarios} aria-label={t('platform.scenarios.title')}>
      <h2>{t('platform.scenarios.title')}</h2>
      {scenarios.length === 0 && <p className="dimmed">{t('platform.scenarios.none')}</p>}
      <ul className={classes.list}>
        {scenarios.map(({ id, name, steps }) => (
          <li key={id}>
            <Button
              variant="default"
              size="compact-xs"
              leftSection={<IconPlayerPlay size={13} aria-hidden />}
              aria-label={t('platform.scenarios.playNamed', { name })}
              onClick={() => play(id)}
            >
              {t('platform.scenarios.play')}
            </Button>
            <strong>{name}</strong>
            <span className="dimmed">{steps.map(stepText).join(' → ')}</span>
            <ActionIcon
              aria-label={t('platform.scenarios.remove', { name })}
              title={t('platform.scenarios.remove', { name })}
              onClick={() => remove(id)}
            >
              <IconTrash size={15} />
            </ActionIcon>
          </li>
        ))}
      </ul>
      <ScenarioForm settings={settings} onFailure={onFailure} stepText={stepText} />
    </section>
  );

  function stepText({ afterSeconds, settings: wanted, cut }: ScenarioStep): string {
    const what = [...misbehaviourText(wanted), ...(cut ? [t('platform.scenarios.cut')] : [])];
    const text = what.length === 0 ? t('platform.scenarios.behaves') : what.join(', ');
    return afterSeconds === 0
      ? text
      : t('platform.scenarios.after', { seconds: afterSeconds, text });
  }
}
