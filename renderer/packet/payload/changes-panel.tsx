import { unifiedMergeView } from '@codemirror/merge';
import { Anchor } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { PacketRow } from '../../../shared/contract/packets.ts';
import { AskError } from '../../bridge.ts';
import { formatDuration } from '../../components/format.ts';
import { explainError } from '../../i18n/explain.ts';
import type { PreviousMessage } from '../use-previous.ts';
import changesClasses from './changes.module.css';
import { type Changes, type ComparedPayload, changesBetween } from './changes.ts';
import { ChangesList } from './changes-list.tsx';
import { CompareWith } from './compare-with.tsx';
import classes from './payload.module.css';
import type { TextEncoding } from './text-encoding.ts';
import { TextViewer } from './text-viewer.tsx';
import type { UnwrapChoice } from './unwrap.ts';
import { useComparedPayload } from './use-compared-payload.ts';

/** Work a comparison may do before it settles for coarser differences. */
const DIFF = { scanLimit: 500, timeout: 200 };

interface Props {
  readonly captureId: string;
  readonly row: PacketRow;
  /** Undefined while it is looked for, null where there is none. */
  readonly previous: PreviousMessage | null | undefined;
  readonly payload: ComparedPayload;
  readonly encoding: TextEncoding;
  readonly choice: UnwrapChoice;
  /** The packet that the user chose, as its position in the capture; null for the previous message. */
  readonly comparedWith: number | null;
  onCompare(row: number | null): void;
  onSelect(row: number): void;
}

/** What differs between a message and the one before it on the same topic, or any other. */
export function ChangesPanel(props: Props) {
  const { captureId, row, previous, payload, encoding, choice, comparedWith } = props;
  const { onCompare, onSelect } = props;
  const { t } = useTranslation();
  const other = comparedWith ?? previous?.row ?? null;
  const { packet, error } = useComparedPayload(captureId, other, encoding, choice);
  const before = packet?.payload ?? null;
  const changes = useMemo(() => before && changesBetween(before, payload), [before, payload]);
  const isThere = packet !== null && packet.row.row === other;
  const said =
    comparedWith === null && previous === null
      ? t('packet.changes.noPrevious')
      : error !== null
        ? notThere(error) && other !== null
          ? t('packet.changes.noPacket', { number: other + 1 })
          : explainError(error)
        : isThere && before === null
          ? t('packet.changes.noPayload', { number: packet.row.row + 1 })
          : null;
  return (
    <div className={classes.panel}>
      <div className={changesClasses.against}>
        <CompareWith captureId={captureId} comparedWith={comparedWith} onCompare={onCompare} />
        {isThere && <OtherPacket row={row} other={packet.row} onSelect={onSelect} />}
        {before?.cut && <span>{t('packet.changes.cut')}</span>}
      </div>
      {said !== null && <p className={classes.none}>{said}</p>}
      {changes && <Differences changes={changes} />}
    </div>
  );
}

const notThere = (error: unknown): boolean =>
  error instanceof AskError && error.code === 'not-found';

interface OtherProps {
  readonly row: PacketRow;
  readonly other: PacketRow;
  onSelect(row: number): void;
}

/** Where the other packet stands, and the way there. */
function OtherPacket({ row, other, onSelect }: OtherProps) {
  const { t } = useTranslation();
  const number = other.row + 1;
  if (other.row === row.row) return <span>{t('packet.changes.itself', { number })}</span>;
  const duration = formatDuration(Math.abs(row.time - other.time) / 1_000);
  return (
    <Anchor
      component="button"
      type="button"
      fz="inherit"
      ta="start"
      onClick={() => onSelect(other.row)}
    >
      {t(other.row < row.row ? 'packet.changes.since' : 'packet.changes.until', {
        number,
        duration,
      })}
    </Anchor>
  );
}

function Differences({ changes }: { changes: Changes }) {
  const { t } = useTranslation();
  switch (changes.kind) {
    case 'same':
      return <p className={classes.none}>{t('packet.changes.same')}</p>;
    case 'json':
      return changes.changes.changes.length === 0 ? (
        <p className={classes.none}>{t('packet.changes.sameValues')}</p>
      ) : (
        <ChangesList {...changes.changes} />
      );
    case 'text':
      return <TextChanges before={changes.before} after={changes.after} />;
  }
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
