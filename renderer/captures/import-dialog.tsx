import { Modal } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { DEFAULT_IMPORT_PORTS } from '../../shared/contract/transfers.ts';
import { closeImport, importStore } from '../stores/dialogs.ts';
import { ImportForm } from './import-form.tsx';
import { ImportProgress } from './import-progress.tsx';
import { ImportResult } from './import-result.tsx';
import { useImport } from './use-import.ts';

/** The import of a capture, while it is open; closing it cancels what is under way. */
export function ImportDialog() {
  const open = useStore(importStore, (state) => state.open);
  return open && <OpenDialog dropped={open.file} />;
}

function OpenDialog({ dropped }: { dropped: File | null }) {
  const { t } = useTranslation();
  const { state, start } = useImport();
  // Kept here, so that they are still there after a failure.
  const [file, setFile] = useState(dropped);
  const [ports, setPorts] = useState(DEFAULT_IMPORT_PORTS.join(', '));
  return (
    <Modal
      opened
      onClose={closeImport}
      title={t('captures.import.title')}
      withCloseButton={false}
      closeOnClickOutside={state.kind !== 'running'}
    >
      {state.kind === 'asking' && (
        <ImportForm
          file={file}
          onFile={setFile}
          portsText={ports}
          onPortsText={setPorts}
          failure={state.failure}
          onImport={start}
          onClose={closeImport}
        />
      )}
      {state.kind === 'running' && <ImportProgress step={state.step} onCancel={closeImport} />}
      {state.kind === 'done' && <ImportResult report={state.result.report} onClose={closeImport} />}
    </Modal>
  );
}
