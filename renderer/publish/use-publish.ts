import { useState } from 'react';
import type { RepeatPlan, Session } from '../../shared/contract/sessions.ts';
import { ask } from '../bridge.ts';
import { type Draft, messageOf } from './drafts.ts';

/** What became of the last thing the form did. */
export type Outcome =
  | { readonly kind: 'none' }
  | { readonly kind: 'busy' }
  /** `milliseconds` from handing the message over to the broker's answer. */
  | { readonly kind: 'published'; readonly qos: number; readonly milliseconds: number }
  | { readonly kind: 'failed'; readonly error: unknown };

/** Publishes drafts of a session and keeps what became of the last one. */
export function usePublish(session: Session) {
  const [outcome, setOutcome] = useState<Outcome>({ kind: 'none' });

  async function attempt(action: () => Promise<Outcome>): Promise<void> {
    setOutcome({ kind: 'busy' });
    try {
      setOutcome(await action());
    } catch (error) {
      setOutcome({ kind: 'failed', error });
    }
  }

  return {
    outcome,
    publish: (draft: Draft) =>
      attempt(async () => {
        const began = performance.now();
        await ask('sessions.publish', { sessionId: session.id, message: messageOf(draft) });
        return { kind: 'published', qos: draft.qos, milliseconds: performance.now() - began };
      }),
    startRepeating: (draft: Draft, plan: RepeatPlan) =>
      attempt(async () => {
        const message = messageOf(draft);
        await ask('sessions.startRepeating', { sessionId: session.id, message, ...plan });
        return { kind: 'none' };
      }),
    stopRepeating: (repeatId: string) =>
      attempt(async () => {
        await ask('sessions.stopRepeating', { sessionId: session.id, repeatId });
        return { kind: 'none' };
      }),
    stopAll: () =>
      attempt(async () => {
        await ask('sessions.stopAllRepeating', { sessionId: session.id });
        return { kind: 'none' };
      }),
  };
}
