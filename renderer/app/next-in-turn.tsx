import { Activity, type ReactNode, startTransition, useEffect, useState } from 'react';

interface Props {
  /** Frames after what is around it. */
  readonly turn: number;
  readonly children: ReactNode;
}

/**
 * What is drawn in a turn of its own, just after what is around it: when a tab comes back, all of it
 * at once would hold up keys and frames for as long as each of its parts takes.
 */
export function NextInTurn({ turn, children }: Props) {
  const [isTurn, setTurn] = useState(false);
  useEffect(() => {
    let left = turn;
    const wait = () => {
      left -= 1;
      if (left > 0) frame = requestAnimationFrame(wait);
      else startTransition(() => setTurn(true));
    };
    let frame = requestAnimationFrame(wait);
    return () => {
      cancelAnimationFrame(frame);
      setTurn(false);
    };
  }, [turn]);
  return <Activity mode={isTurn ? 'visible' : 'hidden'}>{children}</Activity>;
}
