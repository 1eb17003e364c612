import type { TFunction } from 'i18next';
import { type ColumnName, isJsonColumn } from '../stores/columns.ts';

/** What a column is called: by its path where it has a value of the payload. */
export const columnLabel = (name: ColumnName, t: TFunction): string =>
  isJsonColumn(name) ? name : t(`timeline.columns.${name}`);
