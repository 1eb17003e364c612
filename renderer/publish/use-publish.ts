import { useRef, useState } from 'react';
import type { AwaitedReply, Reply } from '../../shared/contract/replies.ts';
import type { RepeatPlan, Session } from '../../shared/contract/sessions.ts';
import { ask } from '../bridge.ts';
import { type Draft, messageOf } from './drafts.ts';

/** The platform's reply to what was published: awaited on a topic, there, or not come in time. */
export type ReplyState =
  | { readonly kind: 'awaited' | 'missing'; readonly topic: string }
  | { readonly kind: 'received'; readonly reply: Reply };

/** What became of the last thing the form did. */
export type Outcome =
  | { readonly kind: 'none' }
  | { readonly kind: 'busy' }
  | {
      readonly kind: 'published';
      readonly qos: number;
      /** As `sessions.publish` answers it. */
      readonly acknowledgedAfter: number | null;
      /** null where nothing replies. */
      readonly reply: ReplyState | null;
    }
  | { readonly kind: 'failed'; readonly error: unknown };

/** Publishes drafts of a session and keeps what became of the last one. */
export function usePublish(session: Session) {
  const [outcome, setOutcome] = useState<Outcome>({ kind: 'none' });
  const attempts = useRef(0);

  async function attempt(action: () => Promise<Outcome>): Promise<void> {
    attempts.current += 1;
    setOutcome({ kind: 'busy' });
    try {
      setOutcome(await action());
    } catch (error) {
      setOutcome({ kind: 'failed', error });
    }
  }

  /** Adds the reply to the outcome, unless something else was done in the meantime. */
  async function addReply({ id, topic }: AwaitedReply): Promise<void> {
    const own = attempts.current;
    // A session that has ended knows of no reply.
    const { reply } = await ask('sessions.reply', { sessionId: session.id, replyId: id }).catch(
      () => ({ reply: null }),
    );
    if (attempts.current !== own) return;
    setOutcome((now) =>
      now.kind === 'published'
        ? { ...now, reply: reply ? { kind: 'received', reply } : { kind: 'missing', topic } }
        : now,
    );
  }

  return {
    outcome,
    publish: (draft: Draft) =>
      attempt(async () => {
        const { awaited, acknowledgedAfter } = await ask('sessions.publish', {
          sessionId: session.id,
          message: messageOf(draft),
        });
        if (awaited) void addReply(awaited);
        return {
          kind: 'published',
          qos: draft.qos,
          acknowledgedAfter,
          reply: awaited && { kind: 'awaited', topic: awaited.topic },
        };
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
