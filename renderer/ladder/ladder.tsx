import { type ReactNode, type RefObject, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { OpenedMenu } from '../stores/use-row-menu.ts';
import { useBands } from '../stores/view/use-bands.ts';
import type { View } from '../stores/view/view.ts';
import classes from './ladder.module.css';
import { LadderGrid } from './ladder-grid.tsx';
import { Overview } from './overview.tsx';
import { useZoomInput } from './use-zoom-input.ts';
import { zoomStore } from './zoom.ts';

interface Props {
  readonly view: View;
  readonly captureId: string;
  /** The menu of a packet; null for a closed one. */
  menu(opened: OpenedMenu<never> | null, close: () => void, leave: () => void): ReactNode;
  /** What is said where there are no packets. */
  readonly children: ReactNode;
  onSelect(row: number | null): void;
}

/** The element that had the focus goes as the overview comes or goes: the one in its place takes it. */
function useKeptFocus(section: RefObject<HTMLElement | null>, isOverview: boolean): void {
  const before = useRef(isOverview);
  useEffect(() => {
    if (before.current === isOverview) return;
    before.current = isOverview;
    if (document.activeElement !== document.body) return;
    section.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
  }, [section, isOverview]);
}

/** A session as a sequence diagram: the device on the left, the cloud on the right, time downwards. */
export function Ladder({ view, captureId, children, ...row }: Props) {
  const { t } = useTranslation();
  const level = useStore(zoomStore, (zoom) => zoom.level);
  const bands = useBands(view, captureId);
  const zoomed = useZoomInput<HTMLElement>();
  useKeptFocus(zoomed, level === 'overview');
  return (
    <section className={classes.ladder} ref={zoomed}>
      {bands.hidden > 0 && (
        <div className={classes.hiddenBands}>
          {t('ladder.hiddenBands', { count: bands.hidden })}
        </div>
      )}
      {level === 'overview' ? (
        <Overview view={view} captureId={captureId} bands={bands.bands} />
      ) : (
        <LadderGrid view={view} captureId={captureId} bands={bands} lineHeight={level} {...row} />
      )}
      {children}
    </section>
  );
}
