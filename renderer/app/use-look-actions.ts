import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Action } from '../stores/actions.ts';
import { hotkeys } from '../stores/hotkeys.ts';
import { looks, showLook, showTool, type Tool } from '../stores/looks.ts';
import { useActions } from '../stores/use-actions.ts';

/** Offers the ways to look at a capture's packets. */
export function useLookActions(captureId: string): void {
  const { t } = useTranslation();
  const actions = useMemo(
    () =>
      looks.map((look, at): Action => {
        const hotkey = hotkeys.looks[at];
        return {
          id: `look-${look}`,
          group: 'packets',
          label: t(`app.${look}`),
          ...(hotkey && { hotkey }),
          run: () => showLook(captureId, look),
        };
      }),
    [t, captureId],
  );
  useActions(actions);
}

/** Offers what can be done in a session; the list must be kept between renders. */
export function useToolActions(captureId: string, offered: readonly Tool[]): void {
  const { t } = useTranslation();
  const actions = useMemo(
    () =>
      offered.map(
        (tool): Action => ({
          id: `tool-${tool}`,
          group: 'session',
          label: t(`app.${tool}`),
          run: () => showTool(captureId, tool),
        }),
      ),
    [t, captureId, offered],
  );
  useActions(actions);
}
