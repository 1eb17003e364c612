import { useEffect, useState } from 'react';
import type { SystemStore } from '../../shared/contract/certificates.ts';
import { ask } from '../bridge.ts';

/** The system's store of roots, null if it has none that can be read; undefined until it is known. */
export function useSystemStore(isWanted: boolean): SystemStore | null | undefined {
  const [store, setStore] = useState<SystemStore | null>();
  useEffect(() => {
    if (!isWanted) return;
    let isHere = true;
    ask('certificates.systemStore', {}).then(
      (answer) => isHere && setStore(answer.store),
      () => isHere && setStore(null),
    );
    return () => {
      isHere = false;
    };
  }, [isWanted]);
  return store;
}
