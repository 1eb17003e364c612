import { unifiedMergeView } from '@codemirror/merge';
import { Anchor } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDuration } from '../../components/format.ts';
import { explainError } from '../../i18n/explain.ts';
import type { PreviousMessage } from '../use-previous.ts';
import { type ComparedPayload, changesBetween } from './changes.ts';
import { ChangesList } from './changes-list.tsx';
import classes from './payload.module.css';
import type { TextEncoding } from './text-encoding.ts';
import { TextViewer } from './text-viewer.tsx';
import type { UnwrapChoice } from './unwrap.ts';
import { usePreviousPayload } from './use-previous-payload.ts';

/** Work a comparison may do before it settles for coarser differences. */
const DIFF = { scanLimit: 500, timeout: 200 };

interface Props {
  readonly captureId: string;
  readonly previous: PreviousMessage;
  readonly payload: ComparedPayload;
  readonly encoding: TextEncoding;
  readonly choice: UnwrapChoice;
  onSelect(row: number): void;
}

/** What differs between a message and the one before it on the same topic. */
export function ChangesPanel({ captureId, previous, payload, encoding, choice, onSelect }: Props) {
  const { t } = useTranslation();
  const { before, error } = usePreviousPayload(captureId, previous.row, encoding, choice);
  const changes = useMemo(() => before && changesBetween(before, payload), [before, payload]);
  return (
    <div className={classes.panel}>
      <p className={classes.note}>
        <Anchor
          component="button"
          type="button"
          fz="inherit"
          onClick={() => onSelect(previous.row)}
        >
          {t('packet.changes.since', {
            number: previous.row + 1,
            duration: formatDuration(previous.before / 1_000),
          })}
        </Anchor>
        {before?.cut && ` · ${t('packet.changes.cut')}`}
      </p>
      {error !== null && <p className={classes.note}>{explainError(error)}</p>}
      {changes?.kind === 'same' && <p className={classes.none}>{t('packet.changes.same')}</p>}
      {changes?.kind === 'json' &&
        (changes.changes.changes.length === 0 ? (
          <p className={classes.none}>{t('packet.changes.sameValues')}</p>
        ) : (
          <ChangesList {...changes.changes} />
        ))}
      {changes?.kind === 'text' && <TextChanges before={changes.before} after={changes.after} />}
    </div>
  );
}

function TextChanges({ before, after }: { before: string; after: string }) {
  const { t } = useTranslation();
  const extension = useMemo(
    () => unifiedMergeView({ original: before, mergeControls: false, diffConfig: DIFF }),
    [before],
  );
  return (
    <TextViewer
      text={after}
      language="text"
      label={t('packet.changes.text')}
      extension={extension}
    />
  );
}
