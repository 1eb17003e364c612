import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlatformDeviceView } from '../../shared/contract/platform.ts';
import { ask } from '../bridge.ts';
import { Failure } from '../components/failure.tsx';
import { formatCount } from '../components/format.ts';
import { StateIcon } from '../components/state-icon.tsx';
import { errorDetail, explainError } from '../i18n/explain.ts';
import { putDevice } from '../stores/platform.ts';
import classes from './device-panel.module.css';
import { EndpointList } from './endpoint-list.tsx';
import { FactTable } from './fact-table.tsx';
import { FirmwareFacts } from './firmware-facts.tsx';

/** What the platform knows of the device now. */
export function DevicePanel({ device }: { device: PlatformDeviceView }) {
  const { t, i18n } = useTranslation();
  const time = new Intl.DateTimeFormat(i18n.language, { timeStyle: 'medium' });
  const { values, desired, tags, shadow, subscriptions, hidden } = device;
  return (
    <div className={classes.facts}>
      <DeviceHead device={device} />
      <FactTable
        title={t('platform.device.values')}
        none={t('platform.device.noValues')}
        rows={values.map(({ name, value, time: at }) => ({ name, value, about: time.format(at) }))}
      />
      <FactTable
        title={t('platform.device.desired')}
        none={t('platform.device.noDesired')}
        rows={desired.map(({ name, value, version }) => ({
          name,
          value,
          about: t('platform.device.version', { version }),
        }))}
      />
      <FactTable
        title={t('platform.device.tags')}
        none={t('platform.device.noTags')}
        rows={tags.map(({ name, value }) => ({ name, value, about: '' }))}
      />
      <section className={classes.fact}>
        <h2>
          {t('platform.device.shadow')}{' '}
          <span className="dimmed">
            {t('platform.device.version', { version: shadow.version })}
          </span>
        </h2>
        <div className={classes.shadow}>
          {(['reported', 'desired'] as const).map((side) => (
            <div key={side}>
              <h3>{t(`platform.device.${side}Side`)}</h3>
              <pre>{shadow[side]}</pre>
            </div>
          ))}
        </div>
      </section>
      <FirmwareFacts device={device} />
      <section className={classes.fact}>
        <h2>{t('platform.device.subscriptions')}</h2>
        {subscriptions.length === 0 && (
          <p className="dimmed">{t('platform.device.noSubscriptions')}</p>
        )}
        <ul className={classes.filters}>
          {subscriptions.map((filter) => (
            <li key={filter}>{filter}</li>
          ))}
        </ul>
      </section>
      <EndpointList />
      {hidden > 0 && (
        <p className={classes.hidden}>
          {t('platform.device.hidden', {
            count: hidden,
            number: formatCount(hidden, i18n.language),
          })}
        </p>
      )}
    </div>
  );
}

function DeviceHead({ device }: { device: PlatformDeviceView }) {
  const { t, i18n } = useTranslation();
  const [failure, setFailure] = useState<unknown>(null);
  const { productKey, deviceName, online, since, disabled, activated } = device;
  const time = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'medium' });

  function setDisabled(wanted: boolean): void {
    setFailure(null);
    ask('platform.setDisabled', { productKey, deviceName, disabled: wanted }).then(
      putDevice,
      setFailure,
    );
  }

  return (
    <div className={classes.head}>
      <span role="status" aria-label={t('platform.device.state')} className={classes.state}>
        <StateIcon look={online ? 'connected' : 'idle'} />
        {online && since !== null
          ? t('platform.device.onlineSince', { time: time.format(since) })
          : t(activated ? 'platform.device.offline' : 'platform.device.neverOnline')}
        {disabled && <strong>{t('platform.device.disabled')}</strong>}
      </span>
      <Button variant="default" size="compact-xs" onClick={() => setDisabled(!disabled)}>
        {t(disabled ? 'platform.device.enable' : 'platform.device.disable')}
      </Button>
      {failure !== null && (
        <Failure
          text={explainError(failure)}
          detail={errorDetail(failure)}
          detailLabel={t('platform.details')}
        />
      )}
    </div>
  );
}
