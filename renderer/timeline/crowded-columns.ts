import { useEffect } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { type ColumnName, columnsOf } from '../stores/columns.ts';
import { useApp } from '../stores/use-app.ts';
import { crowdedOut, type PlacedColumn } from './columns.ts';

type Crowded = Readonly<Record<string, readonly ColumnName[]>>;

const none: readonly ColumnName[] = [];
const crowdedStore = createStore<Crowded>(() => ({}));

/** Tells who chooses among the columns which ones the timeline of a capture has no room for. */
export function useTellCrowded(captureId: string, placed: readonly PlacedColumn[]): void {
  const choices = useApp(({ preferences }) => preferences.columns);
  useEffect(
    () => crowdedStore.setState({ [captureId]: crowdedOut(columnsOf(choices), placed) }),
    [captureId, choices, placed],
  );
}

/** The columns that would be shown in the timeline of a capture, if there were room for them. */
export const useCrowdedColumns = (captureId: string): readonly ColumnName[] =>
  useStore(crowdedStore, (crowded) => crowded[captureId] ?? none);
