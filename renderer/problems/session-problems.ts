import { explainCause } from '../../shared/alibaba/diagnosis/explain-cause.ts';
import type { DeviceTarget } from '../../shared/contract/devices.ts';
import type { Finding } from '../../shared/contract/packets.ts';
import type { Session } from '../../shared/contract/sessions.ts';
import { explainRefusal } from '../components/explain-refusal.ts';

/** A finding of a session and what it is about. */
export interface Problem {
  readonly about: 'connection' | 'subscription';
  /** The topic filter of a subscription; the endpoint of a connection. */
  readonly subject: string;
  readonly finding: Finding;
}

/** What is wrong with a session as far as its state tells: its end, and filters it was refused. */
export function problemsOf(session: Session, target: DeviceTarget): Problem[] {
  const { state, endpoint, subscriptions } = session;
  const cause = state.status === 'waiting' || state.status === 'closed' ? state.cause : null;
  const ended = cause ? explainCause(cause, { target }) : [];
  return [
    ...ended.map((finding): Problem => ({ about: 'connection', subject: endpoint, finding })),
    ...subscriptions.flatMap((subscription) =>
      explainRefusal(subscription, target).map(
        (finding): Problem => ({ about: 'subscription', subject: subscription.filter, finding }),
      ),
    ),
  ];
}
