import { Button, Menu } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ExportItems } from './export-items.tsx';

/** A button that offers to export the capture of a tab. */
export function ExportMenu({ captureId }: { captureId: string }) {
  const { t } = useTranslation();
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" leftSection={<IconDownload size={14} />} px="xs" flex="none">
          {t('captures.export.menu')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <ExportItems captureId={captureId} />
      </Menu.Dropdown>
    </Menu>
  );
}
