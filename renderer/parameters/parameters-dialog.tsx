import { Modal } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { ConnectionParameters } from '../../shared/contract/connection-parameters.ts';
import { type Device, deviceLabel } from '../../shared/contract/devices.ts';
import { ask } from '../bridge.ts';
import { Failure } from '../components/failure.tsx';
import { errorDetail, explainError } from '../i18n/explain.ts';
import { closeParameters, parametersStore } from '../stores/parameters-dialog.ts';
import { CompareForm } from './compare-form.tsx';
import classes from './parameters.module.css';
import { SentParameters } from './sent-parameters.tsx';

/** What a device says in CONNECT, and whether its own code says the same; while it is open. */
export function ParametersDialog() {
  const { t } = useTranslation();
  const device = useStore(parametersStore, (state) => state.device);
  return (
    <Modal
      opened={device !== null}
      onClose={closeParameters}
      title={t('parameters.title')}
      size={760}
      closeButtonProps={{ 'aria-label': t('parameters.close') }}
      closeOnClickOutside={false}
    >
      {device && <Parameters device={device} />}
    </Modal>
  );
}

function Parameters({ device }: { device: Device }) {
  const { t } = useTranslation();
  const { parameters, failure } = useParameters(device.id);
  if (failure !== null)
    return (
      <Failure
        text={explainError(failure)}
        detail={errorDetail(failure)}
        detailLabel={t('parameters.details')}
      />
    );
  if (!parameters) return null;
  return (
    <>
      <section aria-labelledby="parameters-sent">
        <h3 id="parameters-sent" className={classes.heading}>
          {t('parameters.sent', { name: deviceLabel(device.target) })}
        </h3>
        <SentParameters parameters={parameters} />
      </section>
      <section aria-labelledby="parameters-compare">
        <h3 id="parameters-compare" className={classes.heading}>
          {t('parameters.compareTitle')}
        </h3>
        {parameters.credentials === 'secret' && device.secrets.includes('secret') ? (
          <CompareForm deviceId={device.id} ownClientId={parameters.clientId} />
        ) : (
          <p className={classes.note}>{t(`parameters.${incomparable(parameters)}`)}</p>
        )}
      </section>
    </>
  );
}

/** Why there is nothing to compare with. */
function incomparable({ credentials }: ConnectionParameters) {
  if (credentials === 'secret') return 'noSecret';
  return credentials === 'password' || credentials === 'certificate' ? 'noTriple' : 'otherSignIn';
}

/** Asks once per opening: the timestamp is of that moment. */
function useParameters(deviceId: string) {
  const [parameters, setParameters] = useState<ConnectionParameters | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  useEffect(() => {
    let wanted = true;
    ask('devices.parameters', { deviceId }).then(
      (answer) => wanted && setParameters(answer),
      (error) => wanted && setFailure(error),
    );
    return () => {
      wanted = false;
    };
  }, [deviceId]);
  return { parameters, failure };
}
