import { type RefObject, useEffect, useRef } from 'react';

/**
 * Ctrl+F or ⌘F brings the focus to the field, unless another search or a dialog has the key.
 *
 * @param onFocus called then
 */
export function useFilterShortcut(
  field: RefObject<HTMLInputElement | null>,
  onFocus: () => void,
): void {
  const tell = useRef(onFocus);
  tell.current = onFocus;
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      const isShortcut =
        (event.ctrlKey || event.metaKey) &&
        !event.shiftKey &&
        !event.altKey &&
        event.key.toLowerCase() === 'f';
      if (!isShortcut || event.defaultPrevented) return;
      if (document.querySelector('[role="dialog"][aria-modal="true"]')) return;
      event.preventDefault();
      field.current?.focus();
      field.current?.select();
      tell.current();
    }
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [field]);
}
