import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Action } from '../stores/actions.ts';
import { hotkeys } from '../stores/hotkeys.ts';
import { showLook } from '../stores/looks.ts';
import { useActions } from '../stores/use-actions.ts';

interface Options {
  readonly captureId: string;
  onSelect(row: number): void;
  /** Brings the focus to the packets. */
  enter(): void;
}

/** Offers to go to a packet of a capture by its number: it is selected, and shown in the timeline. */
export function useGoToPacket({ captureId, onSelect, enter }: Options) {
  const { t } = useTranslation();
  const [isAsking, setAsking] = useState(false);
  const [goings, setGoings] = useState(0);
  const entered = useRef(goings);
  const focused = useRef<Element | null>(null);
  const actions = useMemo(
    (): Action[] => [
      {
        id: 'goToPacket',
        group: 'packets',
        label: t('palette.actions.goToPacket'),
        hotkey: hotkeys.goToPacket,
        run() {
          focused.current = document.activeElement;
          setAsking(true);
        },
      },
    ],
    [t],
  );
  useActions(actions);

  // The timeline may have been behind: it takes the focus once it is there, and not when its tab comes back.
  useEffect(() => {
    if (entered.current !== goings) enter();
    entered.current = goings;
  }, [goings, enter]);

  return {
    isAsking,
    /** How often a packet was gone to: the same one may have been scrolled out of sight since. */
    goings,
    go(row: number): void {
      setAsking(false);
      setGoings((before) => before + 1);
      showLook(captureId, 'timeline');
      onSelect(row);
    },
    close(): void {
      setAsking(false);
      const { current } = focused;
      // The palette that it was asked from is gone.
      if (current instanceof HTMLElement && current.checkVisibility()) current.focus();
      else enter();
    },
  };
}
