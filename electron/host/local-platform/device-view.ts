import type {
  PlatformDeviceView,
  PlatformLogLine,
  PlatformProduct,
  ShownText,
} from '../../../shared/contract/platform.ts';
import { VALUE_TEXT_MAX, VALUES_SHOWN_MAX } from '../../../shared/contract/platform.ts';
import type { LogEntry } from '../platform/log.ts';
import type { DeviceState } from '../platform/platform.ts';
import type { Product } from '../platform/state.ts';

/** A text as a page is told it. */
export function shownText(text: string): ShownText {
  return {
    text: text.slice(0, VALUE_TEXT_MAX),
    hidden: Math.max(0, text.length - VALUE_TEXT_MAX),
  };
}

const shownJson = (value: unknown): ShownText => shownText(JSON.stringify(value) ?? '');

/** The first of a record's entries, and how many others there are. */
function firstOf<T>(record: Readonly<Record<string, T>>): { list: [string, T][]; more: number } {
  const entries = Object.entries(record);
  return {
    list: entries.slice(0, VALUES_SHOWN_MAX),
    more: Math.max(0, entries.length - VALUES_SHOWN_MAX),
  };
}

/** What a page is told of a device. */
export function deviceView(state: DeviceState): PlatformDeviceView {
  const values = firstOf(state.values);
  const desired = firstOf(state.desired);
  const tags = firstOf(state.tags);
  const { productKey, deviceName, online, since, activated, disabled, topics, shadow, ota } = state;
  return {
    productKey,
    deviceName,
    online,
    since,
    activated,
    disabled,
    topics,
    subscriptions: [...state.subscriptions],
    values: values.list.map(([name, { value, time }]) => ({ name, value: shownJson(value), time })),
    desired: desired.list.map(([name, { value, version }]) => ({
      name,
      value: shownJson(value),
      version,
    })),
    tags: tags.list.map(([name, value]) => ({ name, value: shownText(value) })),
    hidden: values.more + desired.more + tags.more,
    shadow: {
      version: shadow.version,
      reported: JSON.stringify(shadow.state.reported, null, 2),
      desired: JSON.stringify(shadow.state.desired, null, 2),
    },
    firmware: Object.entries(state.firmware).map(([module, version]) => ({ module, version })),
    ota: ota && { module: ota.module, version: ota.version, status: ota.status, step: ota.step },
    uploadsLog: state.logMode === 1,
  };
}

/** What a page is told of a product: nothing secret. */
export function productView(product: Product): PlatformProduct {
  const { productKey, topics, thingModel, productSecret, dynamicRegistration, config } = product;
  return {
    productKey,
    topics,
    thingModel,
    hasSecret: productSecret !== null,
    dynamicRegistration,
    config: config && { configId: config.configId, configSize: config.configSize },
  };
}

export function logLine({ message, ...line }: LogEntry): PlatformLogLine {
  return { ...line, message: shownText(message) };
}
