import { useState } from 'react';
import type { ActOutcome, PlatformAct, PlatformOwner } from '../../shared/contract/platform.ts';
import { ask } from '../bridge.ts';

/** How the last act stands. */
export type ActState =
  | { readonly kind: 'none' }
  | { readonly kind: 'busy' }
  | { readonly kind: 'done'; readonly outcome: ActOutcome }
  | { readonly kind: 'failed'; readonly error: unknown };

/** Acts as the cloud, and keeps what came of the last act. */
export function useAct({ productKey, deviceName }: PlatformOwner) {
  const [state, setState] = useState<ActState>({ kind: 'none' });

  async function perform(act: PlatformAct): Promise<void> {
    setState({ kind: 'busy' });
    try {
      setState({
        kind: 'done',
        outcome: await ask('platform.act', { productKey, deviceName, act }),
      });
    } catch (error) {
      setState({ kind: 'failed', error });
    }
  }

  return { state, perform, forget: () => setState({ kind: 'none' }) };
}
