import { useTranslation } from 'react-i18next';
import { chooseColumns } from './choose-columns.ts';
import {
  columnLimits,
  columnsOf,
  isShown,
  jsonColumn,
  obstacleTo,
  withJsonColumn,
  withoutJsonColumn,
} from './columns.ts';
import { useApp } from './use-app.ts';

export interface JsonColumn {
  readonly isShown: boolean;
  /** Why it cannot be shown, in the user's language; null where it can be, or is. */
  readonly obstacle: string | null;
  /** Shows the column, or takes it out; what was done. */
  toggle(): 'shown' | 'removed';
}

/** The timeline's column with the value at a path of JSON payloads; null for the payload as a whole. */
export function useJsonColumn(path: readonly (string | number)[]): JsonColumn | null {
  const { t } = useTranslation();
  const choices = useApp(({ preferences }) => preferences.columns);
  if (path.length === 0) return null;
  const name = jsonColumn(path);
  const columns = columnsOf(choices);
  const obstacle = obstacleTo(columns, name);
  const shown = isShown(columns, name);
  return {
    isShown: shown,
    obstacle: obstacle && t(`timeline.columnObstacles.${obstacle}`, columnLimits),
    toggle() {
      chooseColumns((all) => (shown ? withoutJsonColumn : withJsonColumn)(all, name));
      return shown ? 'removed' : 'shown';
    },
  };
}
