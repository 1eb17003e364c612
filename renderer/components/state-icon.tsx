import {
  IconAlertTriangleFilled,
  IconCircle,
  IconCircleDashed,
  IconCircleFilled,
  IconClock,
} from '@tabler/icons-react';
import type { ConnectionState } from '../../shared/session/connection-state.ts';

/** How a connection stands, told apart by shape as well as by colour. */
export type StateLook = 'idle' | 'connecting' | 'connected' | 'waiting' | 'failed';

const looks = {
  idle: { Icon: IconCircle, color: 'var(--state-closed)' },
  connecting: { Icon: IconCircleDashed, color: 'var(--state-waiting)' },
  connected: { Icon: IconCircleFilled, color: 'var(--state-connected)' },
  waiting: { Icon: IconClock, color: 'var(--state-waiting)' },
  failed: { Icon: IconAlertTriangleFilled, color: 'var(--state-failed)' },
} as const;

/** The look of a connection's state; a device without a session is `idle`. */
export function stateLook(state: ConnectionState | null): StateLook {
  if (!state || state.status === 'idle') return 'idle';
  if (state.status === 'closed') return state.cause ? 'failed' : 'idle';
  return state.status;
}

/** The dot of a connection. Decoration only: say the state in words beside it or as a description. */
export function StateIcon({ look, size = 10 }: { look: StateLook; size?: number }) {
  const { Icon, color } = looks[look];
  return <Icon size={size} color={color} stroke={2.5} aria-hidden style={{ flexShrink: 0 }} />;
}
