import type { Side } from '../components/packet-words.ts';
import { useApp } from './use-app.ts';

/** Who the device of a capture talks to. */
export function useSide(captureId: string): Side {
  return useApp(({ captures }) =>
    captures.find(({ id }) => id === captureId)?.owner ? 'cloud' : 'broker',
  );
}
