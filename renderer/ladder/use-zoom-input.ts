import { type RefObject, useEffect, useRef } from 'react';
import { zoom } from './zoom.ts';

/** Pixels of wheel that are one step: a notch of most wheels is 100. */
const STEP = 80;

/** Zooms with the wheel while Ctrl or ⌘ is held (as a pinch comes, too), and with + and -. */
export function useZoomInput<E extends HTMLElement>(): RefObject<E | null> {
  const ref = useRef<E>(null);

  // React's own wheel listeners cannot keep the browser from zooming the page.
  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    let turned = 0;
    const onWheel = (event: WheelEvent) => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      turned += event.deltaY;
      if (Math.abs(turned) < STEP) return;
      zoom(turned < 0 ? 1 : -1);
      turned = 0;
    };
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === '+' || event.key === '=') zoom(1);
      else if (event.key === '-') zoom(-1);
      else return;
      event.preventDefault();
    };
    element.addEventListener('wheel', onWheel, { passive: false });
    element.addEventListener('keydown', onKeyDown);
    return () => {
      element.removeEventListener('wheel', onWheel);
      element.removeEventListener('keydown', onKeyDown);
    };
  }, []);

  return ref;
}
