import { ActionIcon, Menu } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { PacketDetail } from '../../shared/contract/packets.ts';
import { copyText } from '../components/copy-text.ts';
import { useCopied } from '../components/use-copied.ts';
import { useApp } from '../stores/use-app.ts';
import type { ByteSource } from './bytes/byte-source.ts';
import { copiesOf, copyOfPackets, type PacketCopy } from './copy-packet.ts';

interface Props {
  readonly captureId: string;
  readonly detail: PacketDetail;
  readonly source: ByteSource;
}

/** The ways to copy a packet. */
export function CopyMenu({ captureId, detail, source }: Props) {
  const { t } = useTranslation();
  const endpoint = useApp(({ captures }) => captures.find(({ id }) => id === captureId)?.endpoint);
  const { outcome, say } = useCopied(detail.row.row);

  async function copy(what: PacketCopy): Promise<boolean> {
    const bytes = await source.read(0, source.size);
    return copyText(copyOfPackets(what, [{ detail, bytes }], endpoint ?? ''));
  }

  return (
    <>
      <output className="dimmed">{outcome && t(`clipboard.${outcome}`)}</output>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon aria-label={t('packet.copy.menu')} title={t('packet.copy.menu')}>
            <IconCopy size={15} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {copiesOf(detail.row).map((what) => (
            <Menu.Item key={what} onClick={() => say(copy(what))}>
              {t(`packet.copy.${what}`)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </>
  );
}
