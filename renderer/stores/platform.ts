import { createStore } from 'zustand/vanilla';
import {
  activeMisbehaviour,
  type MisbehaviourSettings,
} from '../../shared/alibaba/misbehaviour.ts';
import { userName } from '../../shared/alibaba/signature.ts';
import type {
  PlatformDeviceView,
  PlatformLogTail,
  PlatformOwner,
  PlatformProduct,
  PlatformStatus,
} from '../../shared/contract/platform.ts';
import { ask, door, onDoorState } from '../bridge.ts';

/** The most lines of the platform's log that the page keeps. */
export const LOG_LINES_KEPT = 2000;

/** What the page knows of the local platform. */
export interface PlatformPage {
  /** null until the host was asked. */
  readonly status: PlatformStatus | null;
  /** Devices that are watched, by `ownerKey`. */
  readonly devices: Readonly<Record<string, PlatformDeviceView>>;
  /** By product key. */
  readonly products: Readonly<Record<string, PlatformProduct>>;
  /** null until somebody looked. */
  readonly log: PlatformLogTail | null;
}

export const platformStore = createStore<PlatformPage>(() => ({
  status: null,
  devices: {},
  products: {},
  log: null,
}));

/** One text for a device of the platform. */
export const ownerKey = ({ productKey, deviceName }: PlatformOwner): string =>
  userName(deviceName, productKey);

export function putStatus(status: PlatformStatus): void {
  platformStore.setState({ status });
}

/** Shows at once how a device will be misbehaved to, before the host has said so. */
export function expectMisbehaviour(owner: PlatformOwner, settings: MisbehaviourSettings): void {
  platformStore.setState(({ status }) => {
    if (status === null) return {};
    const others = status.misbehaving.filter((one) => ownerKey(one) !== ownerKey(owner));
    const own = activeMisbehaviour(settings).length > 0;
    const entry = { ...owner, settings, scenario: null };
    return { status: { ...status, misbehaving: own ? [...others, entry] : others } };
  });
}

export function putDevice(device: PlatformDeviceView): void {
  platformStore.setState(({ devices }) => ({
    devices: { ...devices, [ownerKey(device)]: device },
  }));
}

export function putProduct(product: PlatformProduct): void {
  platformStore.setState(({ products }) => ({
    products: { ...products, [product.productKey]: product },
  }));
}

/** Lines that came after those there are; what was missed between is counted by `total` alone. */
function addLines({ lines, total }: PlatformLogTail): void {
  platformStore.setState(({ log }) => {
    if (log === null) return {};
    const last = log.lines.at(-1)?.number ?? 0;
    const fresh = lines.filter(({ number }) => number > last);
    return { log: { lines: [...log.lines, ...fresh].slice(-LOG_LINES_KEPT), total } };
  });
}

/** Keeps up with what the host tells of the local platform. Call once. */
export function startPlatformNews(): void {
  door.subscribe('platform.changed', putStatus);
  door.subscribe('platform.deviceChanged', putDevice);
  door.subscribe('platform.productChanged', putProduct);
  door.subscribe('platform.logGrew', addLines);
  onDoorState((state) => {
    if (state !== 'open') return;
    // A door that closes again asks at its next opening.
    ask('platform.status', {}).then(putStatus, () => undefined);
  });
}

/** Has the host tell of a device. Rejects with an AskError. */
export async function watchDevice(owner: PlatformOwner): Promise<void> {
  const { device, product } = await ask('platform.watch', owner);
  putDevice(device);
  putProduct(product);
}

/** Has the host tell of the log. Rejects with an AskError. */
export async function watchLog(): Promise<void> {
  const log = await ask('platform.log', {});
  platformStore.setState({ log });
}
