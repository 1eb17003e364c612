import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type MisbehaviourSettings, wellBehaved } from '../../shared/alibaba/misbehaviour.ts';
import type { PlatformOwner } from '../../shared/contract/platform.ts';
import { Failure } from '../components/failure.tsx';
import { unusable } from '../components/unusable.ts';
import { errorDetail, explainError } from '../i18n/explain.ts';
import { useMisbehaving } from '../stores/use-platform.ts';
import classes from './misbehaviour-panel.module.css';
import { NumberSetting } from './number-setting.tsx';
import { Scenarios } from './scenarios.tsx';
import { SwitchSetting } from './switch-setting.tsx';
import { useMisbehaviour } from './use-misbehaviour.ts';

/** How the platform should fail the device, at once and over time. */
export function MisbehaviourPanel({ owner }: { owner: PlatformOwner }) {
  const { t } = useTranslation();
  const misbehaving = useMisbehaving(owner);
  const [failure, setFailure] = useState<unknown>(null);
  const { misbehave, cut } = useMisbehaviour(owner, setFailure);
  const settings = misbehaving?.settings ?? wellBehaved;
  const change = (part: Partial<MisbehaviourSettings>) => misbehave({ ...settings, ...part });
  const common = { settings, onChange: change };
  return (
    <div className={classes.misbehaviour}>
      <div className={classes.head}>
        <p>{t('platform.misbehaviour.about')}</p>
        <Button variant="default" onClick={cut}>
          {t('platform.misbehaviour.cutNow')}
        </Button>
        <Button
          variant="default"
          {...unusable(misbehaving === null)}
          onClick={() => misbehave(wellBehaved)}
        >
          {t('platform.misbehaviour.reset')}
        </Button>
      </div>
      {failure !== null && (
        <Failure
          text={explainError(failure)}
          detail={errorDetail(failure)}
          detailLabel={t('platform.details')}
        />
      )}
      <fieldset className={classes.settings}>
        <legend className="visually-hidden">{t('platform.misbehaviour.tab')}</legend>
        <SwitchSetting name="losePubacks" {...common} />
        <SwitchSetting name="loseSubacks" {...common} />
        <SwitchSetting name="refuseSubscriptions" {...common} />
        <SwitchSetting name="silent" {...common} />
        <NumberSetting name="ackDelay" max={600_000} initial={2000} {...common} />
        <NumberSetting name="duplicates" max={10} initial={1} {...common} />
        <NumberSetting name="cutAfter" max={1_000_000} initial={10} {...common} />
        <NumberSetting name="alinkCode" max={999_999} initial={500} {...common} />
        <NumberSetting name="bytesPerSecond" max={100_000_000} initial={100} {...common} />
      </fieldset>
      <Scenarios owner={owner} settings={settings} onFailure={setFailure} />
    </div>
  );
}
