import { alinkCodeName } from '../../../shared/alibaba/alink-codes.ts';

/** A request of Alink, read as leniently as devices write them. */
export interface AlinkRequest {
  /** As text whatever the device sent; empty when it cannot be known. */
  readonly id: string;
  /** Absent when the request has none. */
  readonly params: unknown;
  /** `sys.ack` 0 asks for no reply; 1 or nothing asks for one. */
  readonly wantsReply: boolean;
}

/** What a request comes to. */
export interface AlinkResult {
  /** D-120329. */
  readonly code: number;
  readonly data?: unknown;
  /** The code's name, if left out. */
  readonly message?: string;
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** True if lists and objects are nested in one another more often than `levels` times. */
export function isDeeperThan(levels: number, value: unknown): boolean {
  let layer: readonly unknown[] = [value];
  for (let level = 0; level <= levels && layer.length > 0; level += 1)
    layer = layer.flatMap((one) =>
      typeof one === 'object' && one !== null ? Object.values(one) : [],
    );
  return layer.length > 0;
}

/** Far beyond every message that means something, and far below what recursion can bear. */
const DEPTH_MAX = 64;

/** The JSON object in a payload; null for anything else, and for one that is nested absurdly deep. */
export function parseObject(payload: Buffer | string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(payload.toString());
    return isObject(value) && !isDeeperThan(DEPTH_MAX, value) ? value : null;
  } catch {
    return null;
  }
}

function idOf({ id }: Record<string, unknown>): string {
  return typeof id === 'string' || typeof id === 'number' ? String(id) : '';
}

function wantsReply({ sys }: Record<string, unknown>): boolean {
  return !(isObject(sys) && Number(sys.ack ?? 1) === 0);
}

/** Reads a request; null for a payload that is no JSON object. */
export function readAlink(payload: Buffer | string): AlinkRequest | null {
  const object = parseObject(payload);
  return object && { id: idOf(object), params: object.params, wantsReply: wantsReply(object) };
}

/** The payload of a reply. `method` is that of the request: `thing.event.property.post`. */
export function writeAlinkReply(
  id: string,
  method: string,
  { code, data = {}, message }: AlinkResult,
): string {
  const text = message ?? (code === 200 ? 'success' : alinkCodeName(code, 'en'));
  return JSON.stringify({ id, code, data, message: text, method, version: '1.0' });
}

/** Nothing to say but that it went well. */
export const success: AlinkResult = { code: 200 };

/** Params that are missing altogether, or are neither object nor list, or are empty. */
export function paramsProblem(params: unknown): AlinkResult | null {
  if (params === undefined) return { code: 6302 };
  const full = typeof params === 'object' && params !== null && Object.keys(params).length > 0;
  return full ? null : { code: 460 };
}
