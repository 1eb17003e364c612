import { fieldsOf } from '../../../shared/alibaba/thing-model.ts';
import { checkProperties, fieldsProblem } from '../../../shared/alibaba/thing-value.ts';
import { type AlinkResult, isObject, paramsProblem, success } from './alink.ts';
import { logCode } from './log.ts';
import type { AlinkMethod, ServiceContext } from './service.ts';

/** The most properties of one post (DOCREPO). */
const PROPERTIES_MAX = 200;

/**
 * The most properties of which a last value is kept. Without a thing model a device may name as many
 * as it likes, and all are kept on disk.
 */
const KEPT_MAX = 1000;

/**
 * Keeps what follows the thing model and filters the rest, which is success all the same (D-120329).
 * The reply's data say of each filtered property why, as a log of a real session has it.
 */
function keepProperties(params: Record<string, unknown>, context: ServiceContext): AlinkResult {
  if (Object.keys(params).length > PROPERTIES_MAX) return { code: 6106 };
  const { record, product, now, note } = context;
  const { accepted, rejected } = checkProperties(product.thingModel, params, now);
  // A value of the past, from a late post, does not take the place of a newer one.
  for (const [identifier, given] of Object.entries(accepted)) {
    const isNew = !Object.hasOwn(record.values, identifier);
    if (isNew && Object.keys(record.values).length >= KEPT_MAX)
      note(logCode.badParameter, `more than ${KEPT_MAX} properties, not kept: ${identifier}`);
    else if (given.time >= (record.values[identifier]?.time ?? 0))
      record.values[identifier] = given;
  }
  const problems = Object.entries(rejected);
  for (const [identifier, { code, message }] of problems)
    note(code, `${message} -> ${identifier}, filtered`);
  return {
    code: 200,
    data: Object.fromEntries(problems.map(([name, { message }]) => [name, message])),
  };
}

/** `thing.event.property.post` */
export const postProperties: AlinkMethod = (params, context) => {
  const problem = paramsProblem(params);
  if (problem !== null) return problem;
  return isObject(params) ? keepProperties(params, context) : { code: 460 };
};

function checkEvent(identifier: string, params: unknown, context: ServiceContext): AlinkResult {
  const { thingModel } = context.product;
  if (thingModel === null) return success;
  const event = thingModel.events.find((one) => one.identifier === identifier);
  if (event === undefined) return { code: 5160 };
  // `{"value":{…},"time":…}`, or the outputs alone.
  const value = isObject(params) && 'value' in params ? params.value : params;
  if (!isObject(value)) return { code: 460 };
  const problem = fieldsProblem(fieldsOf(event.outputData), value);
  return problem ?? success;
}

/** `thing.event.${identifier}.post`. Outputs that do not follow the model are answered with their code. */
export function postEvent(identifier: string): AlinkMethod {
  return (params, context) => paramsProblem(params) ?? checkEvent(identifier, params, context);
}

/** Lists of values as `{"Power":[{"value":…,"time":…},…]}`: the last of each is the newest. */
function keepLists(properties: Record<string, unknown>, context: ServiceContext): void {
  for (const [identifier, list] of Object.entries(properties))
    for (const value of Array.isArray(list) ? list : [list])
      keepProperties({ [identifier]: value }, context);
}

/**
 * `thing.event.property.batch.post` and `.pack.post`: values and events of several times. Those of
 * sub-devices are taken unseen: the local platform has no gateways.
 */
export const postBatch: AlinkMethod = (params, context) => {
  const problem = paramsProblem(params);
  if (problem !== null) return problem;
  if (!isObject(params)) return { code: 460 };
  const { properties, events, subDevices } = params;
  if (Array.isArray(subDevices) && subDevices.length > 20) return { code: 6357 };
  if (isObject(events) && Object.keys(events).length > 200) return { code: 6356 };
  if (isObject(properties)) keepLists(properties, context);
  return success;
};

/** `thing.event.property.history.post`: values of the past do not become the last ones. */
export const postHistory: AlinkMethod = (params) =>
  paramsProblem(params) ?? (Array.isArray(params) ? success : { code: 6301 });
