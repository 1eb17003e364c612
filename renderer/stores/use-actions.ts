import { useEffect } from 'react';
import { type Action, offerActions } from './actions.ts';

/** Offers actions while the component is on the screen; the list must be kept between renders. */
export function useActions(actions: readonly Action[]): void {
  useEffect(() => offerActions(actions), [actions]);
}
