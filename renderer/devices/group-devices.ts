import { type Device, deviceLabel } from '../../shared/contract/devices.ts';

/** Devices under one heading of the list. */
export interface DeviceGroup {
  readonly key: string;
  /** The product key or the broker's host; null for the local platform, which the page words. */
  readonly title: string | null;
  readonly devices: readonly Device[];
}

const order = { 'alibaba-public': 0, 'alibaba-enterprise': 0, broker: 1, local: 2 } as const;

function titleOf({ target }: Device): string | null {
  if (target.kind === 'local') return null;
  return target.kind === 'broker' ? target.host : target.productKey;
}

/** Upper and lower case and digits in the order people expect: `lamp-2` before `lamp-10`. */
const { compare } = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

const matches = (device: Device, words: readonly string[]) => {
  const text = `${deviceLabel(device.target)} ${titleOf(device) ?? ''}`.toLowerCase();
  return words.every((word) => text.includes(word));
};

/**
 * The device list: products first, then brokers, the local platform last, each sorted by name.
 *
 * @param search words that a device's name, product key or host must all hold; empty for all
 */
export function groupDevices(devices: readonly Device[], search: string): DeviceGroup[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const groups = new Map<string, { rank: number; title: string | null; devices: Device[] }>();
  for (const device of devices.filter((one) => matches(one, words))) {
    const rank = order[device.target.kind];
    const title = titleOf(device);
    const key = `${rank} ${title ?? ''}`;
    const group = groups.get(key) ?? { rank, title, devices: [] };
    group.devices.push(device);
    groups.set(key, group);
  }
  return [...groups]
    .sort(([, a], [, b]) => a.rank - b.rank || compare(a.title ?? '', b.title ?? ''))
    .map(([key, { title, devices }]) => ({
      key,
      title,
      devices: devices.sort((a, b) => compare(deviceLabel(a.target), deviceLabel(b.target))),
    }));
}
