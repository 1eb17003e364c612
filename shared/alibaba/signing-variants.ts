import type { Difference } from '../contract/connection-parameters.ts';
import { signContent } from './signature.ts';

/** A text that a device may have signed, and what is wrong with signing it. */
export interface SigningVariant {
  readonly content: string;
  /** Empty for a content that the platform takes. */
  readonly mistakes: readonly Difference[];
}

/** What a device sends that goes into the signed content. */
export interface SignedValues {
  /** Product key and device name: the triple's, and those of the user name where they differ. */
  readonly identities: readonly { readonly productKey: string; readonly deviceName: string }[];
  /** The whole MQTT client id. */
  readonly clientId: string;
  /** Its part before the first `|`. */
  readonly id: string;
  /** Its `timestamp`, if it has one. */
  readonly timestamp: string | undefined;
}

/** A value that may stand in the content; undefined for one that is left out. */
interface Choice {
  readonly value: string | undefined;
  readonly mistakes: readonly Difference[];
}

/** The constant that official SDKs send instead of the time. */
const SDK_TIMESTAMP = '2524608000000';
/** How far apart two readings of a device's clock are looked for, milliseconds. */
const CLOCK_READINGS_MS = 1000;
/** `productKey` as a mirror of the help text misspells it (`producypk` where the key is `pk`). */
const TYPO = 'producy';

/** Client id and timestamp may be left out of the content (D-73742). */
const leftOut: Choice = { value: undefined, mistakes: [] };

function clientIdChoices({ clientId, id }: SignedValues): Choice[] {
  const right = [...new Set([id, id.trim()])].map((value) => ({ value, mistakes: [] }));
  if (clientId === id) return [leftOut, ...right];
  return [leftOut, ...right, { value: clientId, mistakes: [{ kind: 'content-client-id' }] }];
}

function wrongTimestamp(signed: string, sent: string | undefined): Choice {
  const mistake: Difference =
    sent === undefined
      ? { kind: 'timestamp-not-sent', signed }
      : { kind: 'timestamp-differs', signed, sent };
  return { value: signed, mistakes: [mistake] };
}

/** Left out, as sent, an SDK's constant, and seconds taken for milliseconds or the other way round. */
function timestampChoices({ timestamp }: SignedValues): Choice[] {
  const wrong = new Set([SDK_TIMESTAMP]);
  if (timestamp !== undefined && /^\d{4,16}$/.test(timestamp)) {
    wrong.add(`${timestamp}000`).add(timestamp.slice(0, -3));
  }
  if (timestamp !== undefined) wrong.delete(timestamp);
  const choices = [...wrong].map((signed) => wrongTimestamp(signed, timestamp));
  return timestamp === undefined
    ? [leftOut, ...choices]
    : [leftOut, { value: timestamp, mistakes: [] }, ...choices];
}

/** Timestamps that a device may have read from its clock just before or after the one it sent. */
function* neighbours(timestamp: string | undefined): Generator<Choice> {
  if (timestamp === undefined || !/^\d{13}$/.test(timestamp)) return;
  for (let apart = 1; apart <= CLOCK_READINGS_MS; apart += 1) {
    yield wrongTimestamp(String(Number(timestamp) + apart), timestamp);
    yield wrongTimestamp(String(Number(timestamp) - apart), timestamp);
  }
}

function permutations<T>(items: readonly T[]): T[][] {
  if (items.length < 2) return [[...items]];
  return items.flatMap((item, at) =>
    permutations(items.toSpliced(at, 1)).map((rest) => [item, ...rest]),
  );
}

/** Every order of the given names and values, the alphabetical one without a mistake. */
function* ordered(
  values: Readonly<Record<string, string | undefined>>,
  mistakes: readonly Difference[],
): Generator<SigningVariant> {
  const present = Object.entries(values).filter(([, value]) => value !== undefined);
  const sorted = present.toSorted(([a], [b]) => (a < b ? -1 : 1)).map((pair) => pair.join(''));
  const expected = sorted.join('');
  for (const order of permutations(sorted)) {
    const content = order.join('');
    if (content === expected) yield { content, mistakes };
    else {
      const wrong: Difference = { kind: 'content-order', signed: content, expected };
      yield { content, mistakes: [...mistakes, wrong] };
    }
  }
}

/**
 * The contents that are worth a try when a password is not the right one: what the platform takes
 * (D-73742), then every combination of known mistakes, then clock readings close to the one sent. A
 * few thousand in all.
 */
export function* signingVariants(values: SignedValues): Generator<SigningVariant> {
  for (const { productKey, deviceName } of values.identities) {
    for (const clientId of clientIdChoices(values)) {
      for (const timestamp of timestampChoices(values)) {
        const mistakes = [...clientId.mistakes, ...timestamp.mistakes];
        const rest = { clientId: clientId.value, deviceName, timestamp: timestamp.value };
        yield* ordered({ ...rest, productKey }, mistakes);
        const typo: Difference = { kind: 'content-typo', typo: TYPO };
        yield* ordered({ ...rest, [TYPO]: productKey }, [...mistakes, typo]);
      }
    }
    for (const { value: timestamp, mistakes } of neighbours(values.timestamp)) {
      for (const clientId of [undefined, values.id]) {
        yield { content: signContent({ productKey, deviceName, clientId, timestamp }), mistakes };
      }
    }
  }
}
