import { useCallback, useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import type { Device, DeviceTarget } from '../../shared/contract/devices.ts';
import type {
  DefinedTopic,
  Misbehaving,
  PlatformDeviceView,
  PlatformLogTail,
  PlatformOwner,
  PlatformProduct,
} from '../../shared/contract/platform.ts';
import { onDoorState } from '../bridge.ts';
import { ownerKey, type PlatformPage, platformStore, watchDevice, watchLog } from './platform.ts';

export function usePlatform<T>(select: (page: PlatformPage) => T): T {
  return useStore(platformStore, select);
}

/** Asks at once, and again whenever the door has opened anew; answers why it could not be answered. */
function useWatch(watch: () => Promise<void>): unknown {
  const [failure, setFailure] = useState<unknown>(null);
  useEffect(
    () =>
      onDoorState((state) => {
        if (state !== 'open') return;
        watch().then(() => setFailure(null), setFailure);
      }),
    [watch],
  );
  return failure;
}

/** A device of the platform and its product, kept up to date; null before the answer. */
export function useWatchedDevice(owner: PlatformOwner): {
  readonly device: PlatformDeviceView | null;
  readonly product: PlatformProduct | null;
  readonly failure: unknown;
} {
  const { productKey, deviceName } = owner;
  const key = ownerKey(owner);
  const watch = useCallback(
    () => watchDevice({ productKey, deviceName }),
    [productKey, deviceName],
  );
  const failure = useWatch(watch);
  const device = usePlatform(({ devices }) => devices[key] ?? null);
  const product = usePlatform(({ products }) => products[productKey] ?? null);
  return { device, product, failure };
}

/** The platform's log, kept up to date; null before the answer. */
export function usePlatformLog(): {
  readonly log: PlatformLogTail | null;
  readonly failure: unknown;
} {
  const failure = useWatch(watchLog);
  return { log: usePlatform(({ log }) => log), failure };
}

/** The device of the local platform that a saved device is; null for any other. */
export function useLocalOwner(device: Device | undefined): PlatformOwner | null {
  const target = device?.target;
  return useMemo(() => {
    if (target?.kind !== 'local') return null;
    return { productKey: target.productKey, deviceName: target.deviceName };
  }, [target]);
}

const none: readonly DefinedTopic[] = [];

/** Custom topics that the local platform has for a device, as far as it is watched. */
export function useCustomTopics(target: DeviceTarget | undefined): readonly DefinedTopic[] {
  const local = target?.kind === 'local' ? target : null;
  const ofProduct = usePlatform(
    ({ products }) => products[local?.productKey ?? '']?.topics ?? none,
  );
  const ofDevice = usePlatform(({ devices }) =>
    local === null ? none : (devices[ownerKey(local)]?.topics ?? none),
  );
  return useMemo(() => [...ofProduct, ...ofDevice], [ofProduct, ofDevice]);
}

/** How the platform misbehaves towards a device; null while it behaves, and for no device of it. */
export function useMisbehaving(owner: PlatformOwner | null): Misbehaving | null {
  const key = owner && ownerKey(owner);
  return usePlatform(
    ({ status }) => status?.misbehaving.find((one) => ownerKey(one) === key) ?? null,
  );
}
