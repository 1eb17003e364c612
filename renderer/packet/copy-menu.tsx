import { ActionIcon, Menu } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PacketDetail } from '../../shared/contract/packets.ts';
import { copyText } from '../components/copy-text.ts';
import { useApp } from '../stores/use-app.ts';
import type { ByteSource } from './bytes/byte-source.ts';
import { copiesOf, copyOfPacket, type PacketCopy } from './copy-packet.ts';

/** How long it says what came of it, milliseconds. */
const SAID_FOR = 2000;

interface Props {
  readonly captureId: string;
  readonly detail: PacketDetail;
  readonly source: ByteSource;
}

/** The ways to copy a packet. */
export function CopyMenu({ captureId, detail, source }: Props) {
  const { t } = useTranslation();
  const endpoint = useApp(({ captures }) => captures.find(({ id }) => id === captureId)?.endpoint);
  const [outcome, setOutcome] = useState<'copied' | 'notCopied' | null>(null);

  useEffect(() => {
    if (outcome === null) return;
    const timer = setTimeout(() => setOutcome(null), SAID_FOR);
    return () => clearTimeout(timer);
  }, [outcome]);

  async function copy(what: PacketCopy): Promise<void> {
    try {
      const bytes = await source.read(0, source.size);
      const copied = await copyText(copyOfPacket(what, detail, bytes, endpoint ?? ''));
      setOutcome(copied ? 'copied' : 'notCopied');
    } catch {
      setOutcome('notCopied');
    }
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
            <Menu.Item key={what} onClick={() => void copy(what)}>
              {t(`packet.copy.${what}`)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </>
  );
}
