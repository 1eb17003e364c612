import { Button } from '@mantine/core';
import { IconPlayerPlay, IconPlus } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Failure } from '../components/failure.tsx';
import { unusable } from '../components/unusable.ts';
import { errorDetail, explainError } from '../i18n/explain.ts';
import { openDeviceForm } from '../stores/dialogs.ts';
import { tryPlatform } from '../stores/sessions.ts';
import { useApp } from '../stores/use-app.ts';
import classes from './welcome.module.css';

/** The ways to begin, and below them what was captured before. */
export function Welcome({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  const vault = useApp((state) => state.vault);
  const [starting, setStarting] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);

  async function start() {
    setStarting(true);
    setFailure(null);
    try {
      await tryPlatform();
    } catch (error) {
      setFailure(error);
    } finally {
      setStarting(false);
    }
  }

  return (
    <div className={classes.page}>
      <h1>{t('welcome.title')}</h1>
      <p className={classes.intro}>{t('welcome.intro')}</p>
      <div className={classes.ways}>
        <section>
          <Button
            leftSection={<IconPlayerPlay size={14} />}
            onClick={start}
            {...unusable(starting)}
            aria-describedby="welcome-platform"
          >
            {t(starting ? 'welcome.starting' : 'welcome.tryPlatform')}
          </Button>
          <p id="welcome-platform">{t('welcome.tryPlatformHint')}</p>
        </section>
        <section>
          <Button
            variant="default"
            leftSection={<IconPlus size={14} />}
            onClick={() => openDeviceForm(null)}
            aria-describedby="welcome-device"
          >
            {t('welcome.addDevice')}
          </Button>
          <p id="welcome-device">{t('welcome.addDeviceHint', { vault: t(`vaults.${vault}`) })}</p>
        </section>
      </div>
      {failure !== null && (
        <Failure
          text={explainError(failure)}
          detail={errorDetail(failure)}
          detailLabel={t('welcome.details')}
        />
      )}
      {children}
    </div>
  );
}
