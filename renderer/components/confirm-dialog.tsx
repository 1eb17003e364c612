import { Button, Group, Modal, Text } from '@mantine/core';
import { useState } from 'react';
import { unusable } from './unusable.ts';

interface Props {
  readonly title: string;
  readonly text: string;
  readonly confirm: string;
  readonly cancel: string;
  /** Does it; a rejection is shown in the dialog, in the words of `explain`. */
  onConfirm(): Promise<void>;
  explain(error: unknown): string;
  onClose(): void;
}

/** Asks before something that cannot be undone. Mount it while it is asked. */
export function ConfirmDialog({
  title,
  text,
  confirm,
  cancel,
  onConfirm,
  explain,
  onClose,
}: Props) {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);

  async function run() {
    setBusy(true);
    try {
      await onConfirm();
      onClose();
    } catch (error) {
      setFailure(explain(error));
      setBusy(false);
    }
  }

  return (
    <Modal opened onClose={onClose} title={title} size="sm" withCloseButton={false}>
      <Text size="sm">{text}</Text>
      {failure && (
        <Text size="sm" c="var(--mantine-color-error)" mt="sm" role="alert">
          {failure}
        </Text>
      )}
      <Group justify="flex-end" gap="sm" mt="lg">
        <Button variant="default" onClick={onClose} data-autofocus>
          {cancel}
        </Button>
        <Button color="var(--danger-filled)" onClick={run} {...unusable(busy)}>
          {confirm}
        </Button>
      </Group>
    </Modal>
  );
}
