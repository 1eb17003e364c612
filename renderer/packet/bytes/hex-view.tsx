import { ActionIcon, Menu } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { copyText } from '../../components/copy-text.ts';
import { formatCount } from '../../components/format.ts';
import type { ByteSource } from './byte-source.ts';
import { type ByteFormat, byteFormats, bytesAs } from './copy-bytes.ts';
import { describeSelection } from './describe-selection.ts';
import classes from './hex-dump.module.css';
import { type ByteRange, HexDump } from './hex-dump.tsx';
import { type HexSelection, rangeOf } from './hex-selection.ts';

interface Props {
  readonly label: string;
  readonly source: ByteSource;
  readonly marked?: ByteRange | null;
  /** Tells of bytes that the user selects. */
  onSelect?(range: ByteRange): void;
  onHover?(offset: number | null): void;
}

/** A dump with what is said about the selected bytes, and the ways to copy them. */
export function HexView({ label, source, marked = null, onSelect, onHover }: Props) {
  const { t, i18n } = useTranslation();
  const [selected, setSelected] = useState<{ of: ByteSource; selection: HexSelection } | null>(
    null,
  );
  const [outcome, setOutcome] = useState<'copied' | 'notCopied' | 'notFetched' | null>(null);
  // Another packet has other bytes.
  const selection = selected?.of === source ? selected.selection : null;
  const facts = selection && describeSelection(selection, source);
  const number = (count: number) => formatCount(count, i18n.language);

  async function copy(format: ByteFormat): Promise<void> {
    const { start, end } = selection ? rangeOf(selection) : { start: 0, end: source.size };
    try {
      const bytes = await source.read(start, end);
      setOutcome((await copyText(bytesAs(format, bytes))) ? 'copied' : 'notCopied');
    } catch {
      setOutcome('notFetched');
    }
  }

  const count = facts?.count ?? source.size;
  const text = [facts?.place, t('packet.bytes', { count, number: number(count) }), facts?.value]
    .filter(Boolean)
    .join(' · ');
  return (
    <div className={classes.view}>
      <HexDump
        label={label}
        source={source}
        marked={marked}
        selection={selection}
        onCopy={() => void copy('hex')}
        onSelect={(next) => {
          setOutcome(null);
          setSelected({ of: source, selection: next });
          onSelect?.(rangeOf(next));
        }}
        {...(onHover && { onHover })}
      />
      <div className={classes.status}>
        <span className="ellipsis figures" title={text}>
          {text}
        </span>
        {source.failed && <span className={classes.failed}>{t('packet.hexView.failed')}</span>}
        <output>
          {outcome &&
            t(outcome === 'notFetched' ? 'packet.hexView.failed' : `clipboard.${outcome}`)}
        </output>
        <Menu position="top-end">
          <Menu.Target>
            <ActionIcon
              size={22}
              aria-label={t(selection ? 'packet.hexView.copySelected' : 'packet.hexView.copyAll')}
              title={t(selection ? 'packet.hexView.copySelected' : 'packet.hexView.copyAll')}
            >
              <IconCopy size={14} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {byteFormats.map((format) => (
              <Menu.Item key={format} onClick={() => void copy(format)}>
                {t(`packet.hexView.${format}`)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      </div>
    </div>
  );
}
