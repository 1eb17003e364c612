import { type ShadowCode, shadowCodeName } from '../../../shared/alibaba/shadow-codes.ts';
import { isDeeperThan, isObject, parseObject } from './alink.ts';
import type { MessageHandler } from './service.ts';
import { newShadow, type Shadow } from './state.ts';

/** Limits of a shadow (D-30527): attributes, bytes, depth. */
const LIMITS = { attributes: 128, bytes: 16_384, depth: 5 } as const;

type Values = Record<string, unknown>;

/** What a request comes to: the payload of a reply, beside version and time. */
type Outcome = ShadowCode | { readonly state?: Shadow['state']; readonly metadata?: unknown };

function isWithin(values: Values): boolean {
  return (
    Object.keys(values).length <= LIMITS.attributes &&
    Buffer.byteLength(JSON.stringify(values)) <= LIMITS.bytes &&
    !isDeeperThan(LIMITS.depth, values)
  );
}

/** Sets attributes with their times. */
function assign(shadow: Shadow, side: 'reported' | 'desired', values: Values, now: number): void {
  const timestamp = Math.floor(now / 1000);
  for (const [name, value] of Object.entries(values)) {
    shadow.state[side][name] = value;
    shadow.metadata[side][name] = { timestamp };
  }
}

function clear(shadow: Shadow, side: 'reported' | 'desired', names: readonly string[]): void {
  for (const name of names) {
    delete shadow.state[side][name];
    delete shadow.metadata[side][name];
  }
}

/** A version must be higher than the one kept; -1 starts anew at 0. */
function nextVersion(shadow: Shadow, version: unknown): { readonly next: number } | ShadowCode {
  if (typeof version !== 'number') return 403;
  if (version === -1) return { next: 0 };
  return version > shadow.version ? { next: version } : 409;
}

function update(shadow: Shadow, request: Values, now: number): Outcome {
  const { state, version } = request;
  if (!isObject(state)) return 402;
  const { reported, desired } = state;
  const clearsDesired = desired === 'null' || desired === null;
  if (reported === undefined && !clearsDesired) return 404;
  if (reported !== undefined && (!isObject(reported) || Object.keys(reported).length === 0))
    return 405;
  const higher = nextVersion(shadow, version);
  if (typeof higher === 'number') return higher;
  if (isObject(reported)) {
    if (!isWithin({ ...shadow.state.reported, ...reported })) return 408;
    assign(shadow, 'reported', reported, now);
  }
  if (clearsDesired) clear(shadow, 'desired', Object.keys(shadow.state.desired));
  shadow.version = higher.next;
  return {};
}

function remove(shadow: Shadow, request: Values): Outcome {
  const { state, version } = request;
  if (!isObject(state)) return 402;
  const { reported } = state;
  if (reported === undefined) return 404;
  const all = reported === 'null' || reported === null;
  if (!all && (!isObject(reported) || Object.keys(reported).length === 0)) return 405;
  const higher = nextVersion(shadow, version);
  if (typeof higher === 'number') return higher;
  const given = Object.entries(isObject(reported) ? reported : shadow.state.reported);
  const names = given.filter(([, value]) => all || value === 'null' || value === null);
  clear(
    shadow,
    'reported',
    names.map(([name]) => name),
  );
  shadow.version = higher.next;
  return {};
}

/** Only the side that has attributes is told. */
function filled(sides: { reported: Values; desired: Values }) {
  return Object.fromEntries(
    Object.entries(sides).filter(([, values]) => Object.keys(values).length > 0),
  );
}

function handle(shadow: Shadow, payload: Buffer, now: number): Outcome {
  const request = parseObject(payload);
  if (request === null) return 400;
  switch (request.method) {
    case undefined:
      return 401;
    case 'get': {
      const { state, metadata } = shadow;
      const empty = Object.keys(filled(state)).length === 0;
      return empty ? 407 : { state, metadata };
    }
    case 'update':
      return update(shadow, request, now);
    case 'delete':
      return remove(shadow, request);
    default:
      return 406;
  }
}

/** The topic on which a device hears of its shadow. */
export const shadowTopic = (productKey: string, deviceName: string): string =>
  `/shadow/get/${productKey}/${deviceName}`;

/** `/shadow/update/…`: update, get and delete, answered on `/shadow/get/…`. */
export const answerShadow: MessageHandler = (payload, { owner, record, now, note, send }) => {
  const { shadow } = record;
  const outcome = handle(shadow, payload, now);
  const timestamp = Math.floor(now / 1000);
  const reply = (content: unknown, version?: number) =>
    send(
      shadowTopic(owner.productKey, owner.deviceName),
      JSON.stringify({ method: 'reply', payload: content, version, timestamp }),
    );
  if (typeof outcome === 'number') {
    const errormessage = shadowCodeName(outcome, 'en');
    note(outcome, `shadow: ${errormessage}`);
    const content = { errorcode: String(outcome), errormessage };
    reply({ status: 'error', content });
  } else if (outcome.state !== undefined) {
    const { state, metadata, version } = shadow;
    reply({ status: 'success', state: filled(state), metadata: filled(metadata) }, version);
  } else {
    reply({ status: 'success', version: shadow.version });
  }
};

/** Changes desired values as the cloud; answers the message for the device, or why not. */
export function changeDesired(shadow: Shadow, desired: Values, now: number): string | ShadowCode {
  if (Object.keys(desired).length === 0) return 405;
  if (!isWithin({ ...shadow.state.desired, ...desired })) return 408;
  assign(shadow, 'desired', desired, now);
  shadow.version += 1;
  return JSON.stringify({
    method: 'control',
    payload: {
      status: 'success',
      state: filled(shadow.state),
      metadata: filled(shadow.metadata),
    },
    version: shadow.version,
    timestamp: Math.floor(now / 1000),
  });
}

/** Empties a shadow as the cloud. */
export function clearShadow(shadow: Shadow): void {
  Object.assign(shadow, newShadow());
}
