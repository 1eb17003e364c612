import { type KeyboardEvent, type MouseEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SLICES_MAX, type StateBand } from '../../shared/contract/ladder-commands.ts';
import { momentText } from '../components/time-text.ts';
import { useRowFindings } from '../stores/use-row-findings.ts';
import { useTextScale } from '../stores/use-text-scale.ts';
import { useTimeScale } from '../stores/use-time-scale.ts';
import { useSelectedRow } from '../stores/view/selection.ts';
import type { View } from '../stores/view/view.ts';
import { EDGE, SLICE_HEIGHT } from './density-shapes.ts';
import classes from './ladder.module.css';
import { LadderHead } from './ladder-head.tsx';
import { overviewLanesOf } from './lanes.ts';
import { LegendFoot, overviewLegend } from './legend.tsx';
import { OverviewDrawing } from './overview-drawing.tsx';
import { OverviewReadout, sliceText } from './overview-readout.tsx';
import { rememberSight } from './sight.ts';
import { useDensity } from './use-density.ts';
import { useEnds } from './use-ends.ts';
import { useSelectedTime } from './use-selected-time.ts';
import { useSize } from './use-size.ts';
import { zoomInOn } from './zoom.ts';

interface Props {
  readonly view: View;
  readonly captureId: string;
  readonly bands: readonly StateBand[];
}

/** A whole session in one look: packets counted in slices of time, however many they are. */
export function Overview({ view, captureId, bands }: Props) {
  const { t, i18n } = useTranslation();
  const area = useRef<HTMLDivElement>(null);
  const { width, height } = useSize(area);
  const scale = useTextScale();
  const sliceHeight = SLICE_HEIGHT * scale;
  const slices = Math.max(
    0,
    Math.min(SLICES_MAX, Math.floor((height - 2 * EDGE * scale) / sliceHeight)),
  );
  const density = useDensity(view, slices, useRowFindings(captureId));
  const timeScale = useTimeScale(view, captureId);
  const selectedTime = useSelectedTime(view, useSelectedRow(captureId));
  const [pointed, setPointed] = useState<number | null>(null);
  const [cursor, setCursor] = useState(0);
  const ends = useEnds(captureId);
  const lanes = overviewLanesOf(width / scale);
  useEffect(() => rememberSight(view, { first: 0, count: 0, lanes }));
  const count = density?.slices.length ?? 0;
  const at = Math.min(cursor, Math.max(0, count - 1));
  const told = Math.min(pointed ?? at, Math.max(0, count - 1));
  const timeText = (time: number) => momentText(Math.round(time), timeScale);
  const sliceAt = (event: MouseEvent) =>
    Math.max(0, Math.floor((event.nativeEvent.offsetY - EDGE * scale) / sliceHeight));
  const enter = (slice: number) => {
    const target = density?.slices[Math.min(slice, count - 1)];
    if (target) zoomInOn(target.first);
  };

  function onKeyDown(event: KeyboardEvent): void {
    const next = cursorForKey(event.key, at, count);
    if (event.key === 'Enter') enter(at);
    else if (next !== null) setCursor(next);
    else return;
    event.preventDefault();
  }

  const textOf = (slice: number) =>
    density && count > 0
      ? sliceText({ density, slice, timeText, language: i18n.language, t })
      : null;
  const text = textOf(at);
  return (
    <>
      <OverviewReadout text={textOf(told)} />
      <LadderHead ends={ends} lanes={lanes} beside="problems" scale={scale} t={t} />
      <div
        ref={area}
        role="slider"
        aria-label={t('ladder.overview')}
        aria-orientation="vertical"
        aria-valuemin={Math.min(1, count)}
        aria-valuemax={count}
        aria-valuenow={Math.min(at + 1, count)}
        aria-valuetext={
          text ? [text.times, text.packets, text.problems].filter(Boolean).join(', ') : undefined
        }
        tabIndex={0}
        className={classes.overview}
        onKeyDown={onKeyDown}
        onClick={(event) => enter(sliceAt(event))}
        onMouseMove={(event) => setPointed(sliceAt(event))}
        onMouseLeave={() => setPointed(null)}
      >
        {density && count > 0 && (
          <OverviewDrawing
            density={density}
            bands={bands}
            side={ends.side}
            lanes={lanes}
            scale={scale}
            timeText={timeText}
            cursor={told}
            selectedTime={selectedTime}
            t={t}
          />
        )}
      </div>
      <LegendFoot legend={overviewLegend(lanes.width, t)} width={lanes.width} scale={scale} />
    </>
  );
}

/** Slices between two presses of Page Up or Page Down. */
const PAGE = 10;

function cursorForKey(key: string, at: number, count: number): number | null {
  const within = (slice: number) => Math.min(Math.max(0, slice), count - 1);
  switch (key) {
    case 'ArrowDown':
    case 'ArrowRight':
      return within(at + 1);
    case 'ArrowUp':
    case 'ArrowLeft':
      return within(at - 1);
    case 'PageDown':
      return within(at + PAGE);
    case 'PageUp':
      return within(at - PAGE);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}
