import { NativeSelect, TextInput } from '@mantine/core';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { packetNumberIn } from '../../components/packet-number.ts';
import { useBookmarks } from '../../stores/bookmarks.ts';
import { useTimeReference } from '../../stores/view/time-reference.ts';
import classes from './changes.module.css';

interface Props {
  readonly captureId: string;
  /** Position in the capture; null for the message before on the same topic. */
  readonly comparedWith: number | null;
  onCompare(row: number | null): void;
}

const PREVIOUS = 'previous';
const BY_NUMBER = 'number';

/** Which packet messages are held against: the one before, one that the user marked, or any by its number. */
export function CompareWith({ captureId, comparedWith, onCompare }: Props) {
  const { t } = useTranslation();
  const reference = useTimeReference(captureId);
  const bookmarks = useBookmarks(captureId);
  const select = useRef<HTMLSelectElement>(null);
  const input = useRef<HTMLInputElement>(null);
  /** What is typed as a number; null while none is asked for. */
  const [typed, setTyped] = useState<string | null>(null);
  const isAsking = typed !== null;
  const marked = [
    ...(reference ? [{ row: reference.row, key: 'reference', note: '' } as const] : []),
    ...bookmarks
      .filter(({ row }) => row !== reference?.row)
      .map(({ row, note }) => ({ row, key: note === '' ? 'bookmark' : 'note', note }) as const),
  ];
  const isOther = comparedWith !== null && marked.every(({ row }) => row !== comparedWith);
  const data = [
    { value: PREVIOUS, label: t('packet.changes.previous') },
    ...marked.map(({ row, key, note }) => ({
      value: String(row),
      label: t(`packet.changes.with.${key}`, { number: row + 1, note }),
    })),
    ...(isOther
      ? [
          {
            value: String(comparedWith),
            label: t('packet.changes.with.number', { number: comparedWith + 1 }),
          },
        ]
      : []),
    { value: BY_NUMBER, label: t('packet.changes.byNumber') },
  ];

  useEffect(() => {
    if (isAsking) input.current?.focus();
  }, [isAsking]);

  function choose(value: string): void {
    setTyped(value === BY_NUMBER ? '' : null);
    if (value !== BY_NUMBER) onCompare(value === PREVIOUS ? null : Number(value));
  }

  function go(event: FormEvent): void {
    event.preventDefault();
    const number = packetNumberIn(typed ?? '');
    if (number === 0) return;
    onCompare(number - 1);
    select.current?.focus();
  }

  return (
    <>
      <NativeSelect
        ref={select}
        className={classes.select}
        aria-label={t('packet.changes.comparedWith')}
        title={t('packet.changes.comparedWith')}
        value={isAsking ? BY_NUMBER : comparedWith === null ? PREVIOUS : String(comparedWith)}
        data={data}
        onChange={({ currentTarget: { value } }) => choose(value)}
      />
      {isAsking && (
        <form onSubmit={go}>
          <TextInput
            ref={input}
            className={classes.number}
            aria-label={t('packet.changes.number')}
            placeholder="#"
            value={typed}
            inputMode="numeric"
            autoComplete="off"
            onChange={({ currentTarget: { value } }) => setTyped(value)}
            onKeyDown={({ key }) => key === 'Escape' && select.current?.focus()}
            onBlur={() => setTyped(null)}
          />
        </form>
      )}
    </>
  );
}
