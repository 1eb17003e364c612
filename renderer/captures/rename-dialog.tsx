import { Button, Group, Modal, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Capture } from '../../shared/contract/packets.ts';
import { ask } from '../bridge.ts';
import { unusable } from '../components/unusable.ts';
import { explainError } from '../i18n/explain.ts';

/** The most characters of a name, as the contract has it. */
const NAME_MAX = 128;

/** Asks what a capture shall be called. Mount it while it is asked. */
export function RenameDialog({ capture, onClose }: { capture: Capture; onClose(): void }) {
  const { t } = useTranslation();
  const [name, setName] = useState(capture.label);
  const [failure, setFailure] = useState<string | null>(null);
  const label = name.trim();

  async function rename(event: FormEvent) {
    event.preventDefault();
    try {
      await ask('captures.rename', { captureId: capture.id, label });
      onClose();
    } catch (error) {
      setFailure(explainError(error));
    }
  }

  return (
    <Modal
      opened
      onClose={onClose}
      title={t('captures.renameTitle')}
      size="sm"
      withCloseButton={false}
    >
      <form onSubmit={rename}>
        <TextInput
          label={t('captures.name')}
          value={name}
          maxLength={NAME_MAX}
          error={failure}
          data-autofocus
          onFocus={(event) => event.currentTarget.select()}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Group justify="flex-end" gap="sm" mt="lg">
          <Button variant="default" onClick={onClose}>
            {t('captures.cancel')}
          </Button>
          <Button type="submit" {...unusable(label === '')}>
            {t('captures.rename')}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
