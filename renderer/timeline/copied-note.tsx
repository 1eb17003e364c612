import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { formatBytes, formatCount } from '../components/format.ts';
import type { CopyOutcome } from '../components/use-copied.ts';
import { type ChosenOutcome, COPIED_BYTES_MAX } from './copy-chosen.ts';
import classes from './timeline.module.css';

interface Props {
  readonly outcome: CopyOutcome | ChosenOutcome | null;
}

/** Says what came of copying, and what was left out. */
export function CopiedNote({ outcome }: Props) {
  const { t, i18n } = useTranslation();
  return <output className={classes.copied}>{outcome && textOf(outcome, t, i18n.language)}</output>;
}

function textOf(outcome: CopyOutcome | ChosenOutcome, t: TFunction, language: string): string {
  if (typeof outcome === 'string') return t(`clipboard.${outcome}`);
  const figures = (count: number) => formatCount(count, language);
  switch (outcome.came) {
    case 'copied': {
      const { copied, leftOut, without } = outcome;
      const counted = { count: copied, number: figures(copied) };
      return leftOut === 0
        ? t('clipboard.packets', counted)
        : t(`clipboard.some.${without}`, { ...counted, others: figures(leftOut) });
    }
    case 'nothing':
      return t(`clipboard.none.${outcome.without}`);
    case 'tooMany':
      return t('clipboard.tooMany', { number: figures(outcome.max) });
    case 'tooLarge':
      return t('clipboard.tooLarge', { size: formatBytes(COPIED_BYTES_MAX) });
  }
}
