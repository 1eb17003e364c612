import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { exportFormatSchema } from '../../shared/contract/transfers.ts';
import type { Action } from '../stores/actions.ts';
import { startExport } from '../stores/exports.ts';
import { reportFailure } from '../stores/failures.ts';
import { useActions } from '../stores/use-actions.ts';
import { chosenFilter } from '../stores/view/row-ranges.ts';
import { useChosenRanges } from '../stores/view/selection.ts';
import type { View } from '../stores/view/view.ts';

/** Offers to export a capture: what was chosen of it, what the filter shows, and all of it. */
export function useExportActions(captureId: string, view: View): void {
  const { t } = useTranslation();
  const filter = useStore(view.store, (state) => state.filter);
  const ranges = useChosenRanges(captureId);
  const actions = useMemo(() => {
    const scopes = {
      ...(ranges.length > 0 && { exportChosen: chosenFilter(filter, ranges) }),
      ...(filter !== '' && { exportShown: filter }),
      exportAll: '',
    };
    return (Object.entries(scopes) as [keyof typeof scopes, string][]).flatMap(([scope, asked]) =>
      exportFormatSchema.options.map(
        (format): Action => ({
          id: `${scope}-${format}`,
          group: 'session',
          label: t(`palette.actions.${scope}`, { format: t(`captures.export.${format}`) }),
          run: () => void startExport(captureId, format, asked).catch(reportFailure),
        }),
      ),
    );
  }, [t, captureId, filter, ranges]);
  useActions(actions);
}
