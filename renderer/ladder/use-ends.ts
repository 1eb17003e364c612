import { useMemo } from 'react';
import { useApp } from '../stores/use-app.ts';
import { useSide } from '../stores/use-side.ts';
import type { Ends } from './ladder-head.tsx';

/** Who the two sides of a capture are, as its list calls them. */
export function useEnds(captureId: string): Ends {
  const capture = useApp(({ captures }) => captures.find(({ id }) => id === captureId));
  const device = capture?.label ?? '';
  const cloud = capture?.endpoint ?? '';
  const side = useSide(captureId);
  return useMemo(() => ({ device, cloud, side }), [device, cloud, side]);
}
