import { readAlink, writeAlinkReply } from './alink.ts';
import { getConfig, getLogConfig, postLog } from './config.ts';
import { deleteDesired, getDesired } from './desired.ts';
import { logCode } from './log.ts';
import { answerNtp } from './ntp.ts';
import { getFirmware, informVersion, requestFirmware, takeProgress } from './ota.ts';
import { postBatch, postEvent, postHistory, postProperties } from './properties.ts';
import type { AlinkMethod, MessageHandler, ServiceContext } from './service.ts';
import { answerShadow } from './shadow.ts';
import { deleteTags, getTags, updateTags } from './tags.ts';

const getModel: AlinkMethod = (_params, { product }) =>
  product.thingModel === null ? { code: 6317 } : { code: 200, data: product.thingModel };

/** Alink methods by what stands behind `/sys/${productKey}/${deviceName}/`. */
const methods: ReadonlyMap<string, AlinkMethod> = new Map([
  ['thing/event/property/post', postProperties],
  ['thing/event/property/batch/post', postBatch],
  ['thing/event/property/pack/post', postBatch],
  ['thing/event/property/history/post', postHistory],
  ['thing/property/desired/get', getDesired],
  ['thing/property/desired/delete', deleteDesired],
  ['thing/deviceinfo/update', updateTags],
  ['thing/deviceinfo/delete', deleteTags],
  ['thing/deviceinfo/get', getTags],
  ['thing/config/get', getConfig],
  ['thing/config/log/get', getLogConfig],
  ['thing/log/post', postLog],
  ['thing/ota/firmware/get', getFirmware],
  ['thing/dsltemplate/get', getModel],
  ['thing/dynamicTsl/get', getModel],
]);

function methodFor(path: string): AlinkMethod | null {
  const event = /^thing\/event\/([^/]+)\/post$/.exec(path)?.[1];
  return methods.get(path) ?? (event === undefined ? null : postEvent(event));
}

/** Topics of the platform that carry no Alink, by what stands before the triple. */
const handlers: readonly (readonly [string, string, MessageHandler])[] = [
  ['/ext/ntp/', '/request', answerNtp],
  ['/shadow/update/', '', answerShadow],
  ['/ota/device/inform/', '', informVersion],
  ['/ota/device/progress/', '', takeProgress],
  ['/ota/device/request/', '', requestFirmware],
];

function handlerFor(topic: string, triple: string): MessageHandler | null {
  return handlers.find(([before, after]) => topic === `${before}${triple}${after}`)?.[2] ?? null;
}

/** Answers one Alink request; `forced` is answered without looking at it. */
function answerAlink(
  topic: string,
  path: string,
  payload: Buffer,
  context: ServiceContext,
  forced: number | null,
): void {
  const method = methodFor(path);
  if (method === null) {
    context.note(logCode.notAlink, `no such method: ${topic}`);
    return;
  }
  const request = readAlink(payload);
  const { code, ...rest } =
    forced !== null
      ? { code: forced }
      : request === null
        ? { code: 6207 }
        : method(request.params, context);
  if (code !== logCode.ok) context.note(code, topic);
  if (request !== null && !request.wantsReply) return;
  const reply = writeAlinkReply(request?.id ?? '', path.replaceAll('/', '.'), { code, ...rest });
  context.send(`${topic}_reply`, reply);
}

/**
 * Handles a message of a device on one of the platform's own topics. Those that the local platform
 * has no service for (gateways, file upload, raw data without a script) are logged and not answered.
 *
 * @param forcedCode answered to every Alink request instead of looking at it; null to behave
 */
export function handleUpstream(
  topic: string,
  payload: Buffer,
  context: ServiceContext,
  forcedCode: number | null,
): void {
  const triple = `${context.owner.productKey}/${context.owner.deviceName}`;
  const prefix = `/sys/${triple}/`;
  const handler = handlerFor(topic, triple);
  if (handler !== null) handler(payload, context);
  else if (topic === `${prefix}thing/model/up_raw`)
    context.note(logCode.noScript, 'raw data, and the product has no script');
  else if (topic.startsWith(`${prefix}thing/`) && !topic.endsWith('_reply'))
    answerAlink(topic, topic.slice(prefix.length), payload, context, forcedCode);
}
