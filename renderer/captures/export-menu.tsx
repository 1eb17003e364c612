import { Button, Menu } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useView } from '../stores/view/use-view.ts';
import { ExportChoice } from './export-choice.tsx';

/** A button that offers to export the capture of a tab. */
export function ExportMenu({ captureId }: { captureId: string }) {
  const { t } = useTranslation();
  const opened = useView(captureId);
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" leftSection={<IconDownload size={14} />} px="xs" flex="none">
          {t('captures.export.menu')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {opened && <ExportChoice captureId={captureId} view={opened.view} />}
      </Menu.Dropdown>
    </Menu>
  );
}
