import { isObject, parseObject } from './alink.ts';
import { logCode } from './log.ts';
import type { AlinkMethod, MessageHandler, ServiceContext } from './service.ts';
import type { OtaTask } from './state.ts';

/** The module of a device whose firmware has no modules. */
export const DEFAULT_MODULE = 'default';

/** What a device is told of an update; the module only where it is not the default one. */
function firmwareOf({ module, version, url, size, sign, signMethod }: OtaTask) {
  return {
    size,
    version,
    url,
    sign,
    signMethod,
    // Older devices know this field alone.
    ...(signMethod === 'Md5' && { md5: sign }),
    ...(module !== DEFAULT_MODULE && { module }),
  };
}

/** The payload on `/ota/device/upgrade/…`. */
export function upgradeMessage(task: OtaTask, id: string): string {
  return JSON.stringify({ code: '1000', data: firmwareOf(task), id, message: 'success' });
}

/** True while a task waits for its device to take the update. */
const isOpen = ({ status }: OtaTask): boolean => status !== 'succeeded' && status !== 'failed';

/** The open task for a module that does not have its version yet. */
function openTask({ record }: ServiceContext, module: string): OtaTask | null {
  const { ota, firmware } = record;
  const due = ota !== null && isOpen(ota) && ota.module === module;
  return due && firmware[module] !== ota.version ? ota : null;
}

/** Tells the device of an open task. */
export function pushUpgrade(context: ServiceContext, module: string): void {
  const task = openTask(context, module);
  if (task === null) return;
  if (task.status === 'waiting') task.status = 'pushed';
  const { productKey, deviceName } = context.owner;
  const topic = `/ota/device/upgrade/${productKey}/${deviceName}`;
  context.send(topic, upgradeMessage(task, String(context.now)), 1);
}

const textOr = (value: unknown, otherwise: string): string =>
  typeof value === 'string' && value !== '' ? value : otherwise;

/** `/ota/device/inform/…`: a version is known, a finished task ends, an open one is pushed again. */
export const informVersion: MessageHandler = (payload, context) => {
  const params = parseObject(payload)?.params;
  const { record, note } = context;
  if (!isObject(params) || typeof params.version !== 'string') {
    note(logCode.badPayload, 'OTA inform: params.version is missing');
    return;
  }
  const module = textOr(params.module, DEFAULT_MODULE);
  record.firmware[module] = params.version;
  if (record.ota?.module === module && record.ota.version === params.version)
    record.ota.status = 'succeeded';
  pushUpgrade(context, module);
};

/** `/ota/device/progress/…`: 1 to 100, or a failure from -1 to -4. */
export const takeProgress: MessageHandler = (payload, { record, note }) => {
  const params = parseObject(payload)?.params;
  const step = isObject(params) ? Number(params.step) : Number.NaN;
  if (!Number.isInteger(step) || step < -4 || step > 100) {
    note(logCode.badPayload, 'OTA progress: params.step is not -4 to 100');
    return;
  }
  const { ota } = record;
  if (ota === null || !isOpen(ota)) {
    note(logCode.badParameter, 'OTA progress: there is no task');
    return;
  }
  ota.step = step;
  // 100 is the end of the download and flash: the task succeeds when the new version is informed.
  ota.status = step < 0 ? 'failed' : 'upgrading';
};

/** `thing.ota.firmware.get`: no data where there is nothing to update. */
export const getFirmware: AlinkMethod = (params, context) => {
  const module = isObject(params) ? textOr(params.module, DEFAULT_MODULE) : DEFAULT_MODULE;
  const task = openTask(context, module);
  return { code: 200, data: task === null ? {} : firmwareOf(task) };
};

/** `/ota/device/request/…`, the older form: answered on its own topic. */
export const requestFirmware: MessageHandler = (payload, context) => {
  const id = parseObject(payload)?.id;
  const task = openTask(context, DEFAULT_MODULE);
  if (task === null) return;
  const { productKey, deviceName } = context.owner;
  const topic = `/ota/device/request/${productKey}/${deviceName}`;
  context.send(topic, upgradeMessage(task, String(id ?? context.now)));
};
