import { Menu } from '@mantine/core';
import { IconBraces, IconFileExport, IconTable } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ExportFormat } from '../../shared/contract/transfers.ts';
import { startExport } from '../stores/exports.ts';
import { reportFailure } from '../stores/failures.ts';

const formats = [
  ['pcapng', IconFileExport],
  ['jsonl', IconBraces],
  ['csv', IconTable],
] as const satisfies readonly (readonly [ExportFormat, unknown])[];

interface Props {
  readonly captureId: string;
  /** What chooses the packets; all of them without it. */
  readonly filter?: string;
}

/** The menu's items that begin an export, one per format. */
export function ExportItems({ captureId, filter = '' }: Props) {
  const { t } = useTranslation();
  return formats.map(([format, Icon]) => (
    <Menu.Item
      key={format}
      leftSection={<Icon size={14} />}
      onClick={() => startExport(captureId, format, filter).catch(reportFailure)}
    >
      {t(`captures.export.${format}`)}
    </Menu.Item>
  ));
}
