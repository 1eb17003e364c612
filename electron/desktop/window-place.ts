import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Rectangle } from 'electron';
import { z } from 'zod';

/** The smallest window in which the page is laid out, in device-independent pixels. */
export const MIN_SIZE = { width: 1024, height: 700 } as const;

const placeSchema = z.object({
  /** Of the window when it is not maximized. */
  bounds: z.object({
    x: z.number().int(),
    y: z.number().int(),
    width: z.number().int().min(MIN_SIZE.width),
    height: z.number().int().min(MIN_SIZE.height),
  }),
  maximized: z.boolean(),
});
export type WindowPlace = z.infer<typeof placeSchema>;

/** How much of the title bar must be on a screen for a hand to be able to move the window. */
const GRIP = { width: 120, height: 32 } as const;

const fileIn = (dataDir: string): string => join(dataDir, 'window-bounds.json');

function overlap(start: number, length: number, otherStart: number, otherLength: number): number {
  return Math.min(start + length, otherStart + otherLength) - Math.max(start, otherStart);
}

function canBeMoved(bounds: Rectangle, workArea: Rectangle): boolean {
  return (
    overlap(bounds.x, bounds.width, workArea.x, workArea.width) >= GRIP.width &&
    overlap(bounds.y, GRIP.height, workArea.y, workArea.height) >= GRIP.height
  );
}

/**
 * Where the window was last time; null the first time, when the file is damaged, or when the
 * screen it was on is gone.
 */
export function readWindowPlace(
  dataDir: string,
  workAreas: readonly Rectangle[],
): WindowPlace | null {
  try {
    const place = placeSchema.parse(JSON.parse(readFileSync(fileIn(dataDir), 'utf8')));
    return workAreas.some((workArea) => canBeMoved(place.bounds, workArea)) ? place : null;
  } catch {
    return null;
  }
}

/** Remembers where the window is. Failing to is no reason to keep a window from closing. */
export function saveWindowPlace(dataDir: string, place: WindowPlace): void {
  try {
    writeFileSync(fileIn(dataDir), JSON.stringify(place));
  } catch (error) {
    console.error(`The window's place could not be saved: ${String(error)}`);
  }
}
