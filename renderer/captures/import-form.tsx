import { Button, FileButton, Group, TextInput } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { IMPORT_BYTES_MAX } from '../../shared/contract/transfers.ts';
import { AskError } from '../bridge.ts';
import { Failure } from '../components/failure.tsx';
import { formatBytes } from '../components/format.ts';
import { unusable } from '../components/unusable.ts';
import { errorDetail, explainError } from '../i18n/explain.ts';
import classes from './captures.module.css';
import { parsePorts } from './parse-ports.ts';
import { useFileDrop } from './use-file-drop.ts';

interface Props {
  readonly file: File | null;
  onFile(file: File): void;
  readonly portsText: string;
  onPortsText(text: string): void;
  /** Why the last import failed; null unless it did. */
  readonly failure: unknown;
  onImport(file: File, ports: readonly number[]): void;
  onClose(): void;
}

/** Asks for the file and for the ports on which its MQTT is. */
export function ImportForm(props: Props) {
  const { t } = useTranslation();
  const { file, onFile, portsText, onPortsText, failure, onImport, onClose } = props;
  const { isOver, handlers } = useFileDrop(onFile);
  const ports = parsePorts(portsText);
  const size = file?.size ?? 1;
  const unfit = size === 0 ? 'empty' : size > IMPORT_BYTES_MAX ? 'tooLarge' : null;

  function submit(event: FormEvent) {
    event.preventDefault();
    if (file && ports && !unfit) onImport(file, ports);
  }

  return (
    <form className={classes.form} onSubmit={submit}>
      <div className={classes.drop} data-over={isOver} {...handlers}>
        <FileButton accept=".pcapng,.pcap,.cap" onChange={(chosen) => chosen && onFile(chosen)}>
          {(button) => (
            <Button
              {...button}
              variant="default"
              leftSection={<IconFileImport size={14} />}
              data-autofocus
            >
              {t('captures.import.choose')}
            </Button>
          )}
        </FileButton>
        {file ? (
          <span className={classes.chosen}>
            {file.name} <span className="dimmed">{formatBytes(file.size)}</span>
          </span>
        ) : (
          <span className="dimmed">{t('captures.import.drop')}</span>
        )}
      </div>
      {unfit && (
        <p className={classes.unfit} role="alert">
          {t(`captures.import.${unfit}`)}
        </p>
      )}
      <TextInput
        label={t('captures.import.ports')}
        description={t('captures.import.portsHint')}
        value={portsText}
        error={!ports && t('captures.import.portsError')}
        onChange={(event) => onPortsText(event.currentTarget.value)}
      />
      {failure !== null && (
        <Failure
          text={
            failure instanceof AskError && failure.code === 'unreadable-file'
              ? t('captures.import.unreadable')
              : explainError(failure)
          }
          detail={errorDetail(failure)}
          detailLabel={t('captures.details')}
        />
      )}
      <Group justify="flex-end" gap="sm">
        <Button variant="default" onClick={onClose}>
          {t('captures.cancel')}
        </Button>
        <Button type="submit" {...unusable(!file || !ports || unfit !== null)}>
          {t('captures.import.start')}
        </Button>
      </Group>
    </form>
  );
}
