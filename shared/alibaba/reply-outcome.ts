import { alinkCodeName } from './alink-codes.ts';
import { alinkMessage } from './alink-message.ts';
import { shadowCodeName } from './shadow-codes.ts';

/** What a reply of the platform says about the message it replies to. */
export interface ReplyOutcome {
  /** null where a reply has no code: the time, the success of a shadow. */
  readonly code: number | null;
  /** False for a refusal, null where nothing is said. */
  readonly isSuccess: boolean | null;
  /** What the code means, in the words of the documents; the reply's own where they have none. */
  readonly meaning: string;
  /** Properties that the platform left out, although it says success (D-120329). */
  readonly leftOut: readonly string[];
}

const nothing: ReplyOutcome = { code: null, isSuccess: null, meaning: '', leftOut: [] };

/** How the reply to a post says why it did not take a property, as a log of a real session has it. */
const LEFT_OUT = /^tsl parse:/;

/** A code as the documents have it, a number or its text. */
function codeOf(given: unknown): number | null {
  const code = typeof given === 'number' || typeof given === 'string' ? Number(given) : Number.NaN;
  return Number.isInteger(code) ? code : null;
}

const textOf = (given: unknown): string => (typeof given === 'string' ? given : '');

/** Reads a reply: Alink's (D-120329), or the shadow's. */
export function replyOutcome(payload: string): ReplyOutcome {
  const reply = alinkMessage(payload);
  if (reply === null) return nothing;
  if (reply.method === 'reply') {
    const { payload: told } = reply;
    return shadowOutcome(typeof told === 'object' ? told : null);
  }
  const code = codeOf(reply.code);
  if (code === null) return nothing;
  return {
    code,
    isSuccess: code === 200,
    meaning: alinkCodeName(code) || textOf(reply.message),
    leftOut: Object.entries(reply.data ?? {})
      .filter(([, said]) => typeof said === 'string' && LEFT_OUT.test(said))
      .map(([name]) => name),
  };
}

interface ShadowPayload {
  readonly status?: unknown;
  readonly content?: { readonly errorcode?: unknown; readonly errormessage?: unknown } | null;
}

function shadowOutcome(payload: ShadowPayload | null): ReplyOutcome {
  if (payload?.status === 'success') return { ...nothing, isSuccess: true, meaning: 'success' };
  const code = codeOf(payload?.content?.errorcode);
  const meaning = (code !== null && shadowCodeName(code)) || textOf(payload?.content?.errormessage);
  return { ...nothing, code, isSuccess: payload?.status === 'error' ? false : null, meaning };
}
