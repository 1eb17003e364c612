import { alinkMessage } from './alink-message.ts';

/** What a reply of the platform says about the message it replies to. */
export interface ReplyOutcome {
  /** Whose code it is: the same number means one thing in Alink (D-120329), another of a shadow. */
  readonly protocol: 'alink' | 'shadow';
  /** null where a reply has no code: the time, the success of a shadow. */
  readonly code: number | null;
  /** False for a refusal, null where nothing is said. */
  readonly isSuccess: boolean | null;
  /** The reply's own words; empty where it has none. */
  readonly message: string;
  /** Properties that the platform left out, although it says success (D-120329). */
  readonly leftOut: readonly string[];
}

const nothing: ReplyOutcome = {
  protocol: 'alink',
  code: null,
  isSuccess: null,
  message: '',
  leftOut: [],
};

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
    protocol: 'alink',
    code,
    isSuccess: code === 200,
    message: textOf(reply.message),
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
  const { status, content } = payload ?? {};
  if (status === 'success') return { ...nothing, protocol: 'shadow', isSuccess: true };
  return {
    ...nothing,
    protocol: 'shadow',
    code: codeOf(content?.errorcode),
    isSuccess: status === 'error' ? false : null,
    message: textOf(content?.errormessage),
  };
}
