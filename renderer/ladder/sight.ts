import type { View } from '../stores/view/view.ts';
import type { Lanes } from './lanes.ts';

/** The lines that are wholly in sight, none in the overview, and how wide they are. */
export interface Sight {
  readonly first: number;
  readonly count: number;
  readonly lanes: Lanes;
}

const sights = new WeakMap<View, Sight>();

/** Keeps what is in sight of a view, for a picture of it. */
export function rememberSight(view: View, sight: Sight): void {
  sights.set(view, sight);
}

/** What was last in sight; null before the first. */
export const sightOf = (view: View): Sight | null => sights.get(view) ?? null;
