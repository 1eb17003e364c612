import { ActionIcon, Menu } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { copyText } from '../../components/copy-text.ts';
import { formatCount } from '../../components/format.ts';
import { useCopied } from '../../components/use-copied.ts';
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
  /** Brought into sight. */
  readonly sought?: ByteRange | null;
  /** Tells of bytes that the user selects. */
  onSelect?(range: ByteRange): void;
  onHover?(offset: number | null): void;
}

/** A dump with what is said about the selected bytes, and the ways to copy them. */
export function HexView(props: Props) {
  const { label, source, marked = null, sought = null, onSelect, onHover } = props;
  const { t, i18n } = useTranslation();
  const [selected, setSelected] = useState<{ of: ByteSource; selection: HexSelection } | null>(
    null,
  );
  // Another packet has other bytes.
  const current = selected?.of === source ? selected : null;
  const selection = current?.selection ?? null;
  const { outcome, say } = useCopied(current ?? source);
  const facts = selection && describeSelection(selection, source);
  const number = (count: number) => formatCount(count, i18n.language);

  async function copy(format: ByteFormat): Promise<boolean> {
    const { start, end } = selection ? rangeOf(selection) : { start: 0, end: source.size };
    return copyText(bytesAs(format, await source.read(start, end)));
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
        sought={sought}
        selection={selection}
        onCopy={() => say(copy('hex'))}
        onSelect={(next) => {
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
        <output>{outcome && t(`clipboard.${outcome}`)}</output>
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
              <Menu.Item key={format} onClick={() => say(copy(format))}>
                {t(`packet.hexView.${format}`)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      </div>
    </div>
  );
}
