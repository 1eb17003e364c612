import { useTranslation } from 'react-i18next';
import type { PlatformDeviceView } from '../../shared/contract/platform.ts';
import { FactTable } from './fact-table.tsx';

/** The firmware that a device told of, and the update that is under way. */
export function FirmwareFacts({ device: { firmware, ota } }: { device: PlatformDeviceView }) {
  const { t } = useTranslation();
  const status =
    ota &&
    [t(`platform.ota.${ota.status}`), ota.step === null ? '' : stepText(ota.step)]
      .filter((part) => part !== '')
      .join(' · ');
  return (
    <FactTable
      title={t('platform.device.firmware')}
      none={t('platform.device.noFirmware')}
      rows={[
        ...firmware.map(({ module, version }) => ({
          name: module,
          value: { text: version, hidden: 0 },
          about: '',
        })),
        ...(ota === null
          ? []
          : [
              {
                name: t('platform.ota.update', { module: ota.module }),
                value: { text: ota.version, hidden: 0 },
                about: status ?? '',
              },
            ]),
      ]}
    />
  );

  function stepText(step: number): string {
    return step < 0 ? t('platform.ota.failure', { step }) : `${step} %`;
  }
}
