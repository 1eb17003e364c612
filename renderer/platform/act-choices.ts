import type { PlatformProduct } from '../../shared/contract/platform.ts';
import { i18n } from '../i18n/setup.ts';
import type { ActField } from './act-draft.ts';

interface Choice {
  readonly value: string;
  readonly label: string;
}

/** The values that a field of an act chooses from; null for one that is typed. */
export function choicesOf(field: ActField, product: PlatformProduct): Choice[] | null {
  switch (field) {
    case 'call':
      return (['model', 'async', 'sync'] as const).map((value) => ({
        value,
        label: i18n.t(`platform.cloud.calls.${value}`),
      }));
    case 'upload':
      return (['on', 'off'] as const).map((value) => ({
        value,
        label: i18n.t(`platform.cloud.uploads.${value}`),
      }));
    case 'qos':
      return ['0', '1'].map((value) => ({ value, label: value }));
    case 'signMethod':
      return [
        { value: 'Md5', label: 'MD5' },
        { value: 'SHA256', label: 'SHA-256' },
      ];
    case 'service': {
      const services = product.thingModel?.services ?? [];
      if (services.length === 0) return null;
      return [
        { value: '', label: i18n.t('platform.cloud.chooseService') },
        ...services.map(({ identifier }) => ({ value: identifier, label: identifier })),
      ];
    }
    default:
      return null;
  }
}
