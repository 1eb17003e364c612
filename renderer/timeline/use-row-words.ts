import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

const keys = [
  'sent',
  'received',
  'malformed',
  'refused',
  'notMqtt',
  'retain',
  'dup',
  'unanswered',
  'bookmarked',
] as const;

const severities = ['error', 'warning', 'hint'] as const;

/** The words that rows are written with, in the user's language. */
export type RowWords = Readonly<
  Record<(typeof keys)[number] | (typeof severities)[number], string>
>;

/** Looked up once and not in every row: rows are drawn thirty times a second. */
export function useRowWords(): RowWords {
  const { t } = useTranslation();
  return useMemo(
    () =>
      Object.fromEntries([
        ...keys.map((key) => [key, t(`timeline.${key}`)]),
        ...severities.map((key) => [key, t(`problems.severity.${key}`)]),
      ]) as RowWords,
    [t],
  );
}
