import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';

/** The packet that times are measured from. */
export interface TimeReference {
  /** Position in the capture, 0 is the first packet. */
  readonly row: number;
  /** Microseconds since the epoch. */
  readonly time: number;
}

interface References {
  readonly references: Readonly<Record<string, TimeReference | null>>;
}

const referenceStore = createStore<References>(() => ({ references: {} }));

/** Measures the times of a capture from a packet, whatever the preference says; null ends that. */
export function setTimeReference(captureId: string, reference: TimeReference | null): void {
  referenceStore.setState(({ references }) => ({
    references: {
      ...references,
      [captureId]: reference && { row: reference.row, time: reference.time },
    },
  }));
}

/** What the times of a capture are measured from; null if the preference says it. */
export function useTimeReference(captureId: string): TimeReference | null {
  return useStore(referenceStore, ({ references }) => references[captureId] ?? null);
}
