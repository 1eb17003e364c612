import { createStore } from 'zustand/vanilla';
import { type LineHeight, lineHeights } from './row-shape.ts';

/** How much of a session is in sight: all of it, or packet by packet at a height in CSS pixels. */
export type ZoomLevel = 'overview' | LineHeight;

/** From the farthest to the nearest. */
export const zoomLevels: readonly ZoomLevel[] = ['overview', ...lineHeights];

/** What the levels are called, below `ladder.levels` in the catalogues. */
export const levelNames = {
  overview: 'overview',
  26: 'dense',
  32: 'packets',
  48: 'words',
} as const satisfies Record<ZoomLevel, string>;

interface Zoom {
  readonly level: ZoomLevel;
  /** The row that the packets shall show first once they are zoomed in on; null for where they were. */
  readonly target: number | null;
}

/** One zoom for all ladders: it is a way to read, like a font's size. */
export const zoomStore = createStore<Zoom>(() => ({ level: 32, target: null }));

/** The level one step nearer (1) or farther (-1); the same at either end. */
export function stepFrom(level: ZoomLevel, step: 1 | -1): ZoomLevel {
  return zoomLevels[zoomLevels.indexOf(level) + step] ?? level;
}

export function zoom(step: 1 | -1): void {
  zoomStore.setState(({ level }) => ({ level: stepFrom(level, step), target: null }));
}

/** From the overview to the packets from a position of the view on. */
export function zoomInOn(position: number): void {
  zoomStore.setState({ level: 32, target: position });
}

/** The packets have been shown. */
export function targetShown(): void {
  zoomStore.setState({ target: null });
}
