import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Finding } from '../../shared/contract/packets.ts';
import { findingTitle } from '../i18n/finding-texts.ts';
import type { RowMark } from './row-cells.tsx';

/** What findings say of packets, by their rows, in the language in force. */
export function useRowMarks(findings: ReadonlyMap<number, Finding>): ReadonlyMap<number, RowMark> {
  const { i18n } = useTranslation();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the titles are in the language in force
  return useMemo(
    () =>
      new Map(
        [...findings].map(([row, finding]) => {
          const { severity } = finding;
          return [row, { severity, text: findingTitle(finding) }];
        }),
      ),
    [findings, i18n.language],
  );
}
