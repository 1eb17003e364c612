import { Button } from '@mantine/core';
import { IconAlertTriangleFilled } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { wellBehaved } from '../../shared/alibaba/misbehaviour.ts';
import type { PlatformOwner } from '../../shared/contract/platform.ts';
import { Failure } from '../components/failure.tsx';
import { errorDetail, explainError } from '../i18n/explain.ts';
import { useMisbehaving } from '../stores/use-platform.ts';
import classes from './misbehaviour-panel.module.css';
import { misbehaviourText } from './misbehaviour-text.ts';
import { useMisbehaviour } from './use-misbehaviour.ts';

/** Says above everything else that what is seen is the platform's doing; nothing while it behaves. */
export function MisbehaviourBanner({ owner }: { owner: PlatformOwner }) {
  const { t } = useTranslation();
  const misbehaving = useMisbehaving(owner);
  const [failure, setFailure] = useState<unknown>(null);
  const { misbehave } = useMisbehaviour(owner, setFailure);
  if (misbehaving === null) return null;
  const { settings, scenario } = misbehaving;
  const doing = misbehaviourText(settings);
  return (
    <div role="status" aria-label={t('platform.misbehaviour.active')} className={classes.banner}>
      <IconAlertTriangleFilled size={14} aria-hidden />
      <span className={classes.doing}>
        <strong>{t('platform.misbehaviour.active')}</strong>{' '}
        {scenario !== null && t('platform.scenarios.playing', { ...scenario })} {doing.join(' · ')}
      </span>
      {failure !== null && (
        <Failure
          text={explainError(failure)}
          detail={errorDetail(failure)}
          detailLabel={t('platform.details')}
        />
      )}
      <Button variant="default" size="compact-xs" onClick={() => misbehave(wellBehaved)}>
        {t('platform.misbehaviour.reset')}
      </Button>
    </div>
  );
}
