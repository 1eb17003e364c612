import type { MouseEvent } from 'react';

function swallow(event: MouseEvent): void {
  event.preventDefault();
  event.stopPropagation();
}

/**
 * Props of a button that cannot be used at the moment and yet keeps the focus: one that the browser
 * disables loses it, and whoever pressed it by keyboard would begin anew at the top of the page.
 */
export const unusable = (is: boolean) =>
  is ? ({ 'aria-disabled': true, 'data-disabled': true, onClickCapture: swallow } as const) : {};
