import { Button, Group, Modal, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NOTE_MAX } from '../../shared/contract/bookmarks.ts';
import { setBookmark } from '../stores/bookmarks.ts';

interface Props {
  readonly captureId: string;
  readonly row: number;
  /** The note so far; empty for none. */
  readonly note: string;
  onClose(): void;
}

/** Asks for the note of a bookmark; saving one marks the packet. */
export function BookmarkDialog({ captureId, row, note, onClose }: Props) {
  const { t } = useTranslation();
  const [text, setText] = useState(note);

  function save(event: FormEvent): void {
    event.preventDefault();
    setBookmark(captureId, row, text.trim());
    onClose();
  }

  return (
    <Modal
      opened
      onClose={onClose}
      // To the packets: the menu it was opened from is gone.
      returnFocus={false}
      title={t('timeline.bookmarkOf', { number: row + 1 })}
      closeButtonProps={{ 'aria-label': t('timeline.close') }}
    >
      <form onSubmit={save}>
        <TextInput
          label={t('timeline.note')}
          value={text}
          maxLength={NOTE_MAX}
          data-autofocus
          onChange={({ currentTarget: { value } }) => setText(value)}
        />
        <Group justify="flex-end" mt="sm">
          <Button type="submit">{t('timeline.saveNote')}</Button>
        </Group>
      </form>
    </Modal>
  );
}
