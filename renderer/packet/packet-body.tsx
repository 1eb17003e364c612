import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PacketDetail } from '../../shared/contract/packets.ts';
import { formatBytes } from '../components/format.ts';
import { allNodes, ancestorsOf, isOpen, nodeAtByte, type Toggled } from './field-nodes.ts';
import { FieldTree } from './field-tree.tsx';
import { HexDump } from './hex-dump.tsx';
import classes from './packet.module.css';
import { bytesOf } from './payload-text.ts';
import { PayloadView } from './payload-view.tsx';

interface Props {
  readonly detail: PacketDetail;
  readonly findings: readonly ReactNode[];
}

/** Fields, payload and bytes of a packet; a field marks its bytes and a byte its field. */
export function PacketBody({ detail, findings }: Props) {
  const { t } = useTranslation();
  const { fields, payload, row } = detail;
  const bytes = useMemo(() => bytesOf(detail.bytes), [detail.bytes]);
  const message = useMemo(
    () => payload && bytes.subarray(payload.start, payload.end),
    [bytes, payload],
  );
  const [selected, setSelected] = useState<string | null>(null);
  const [hovered, setHovered] = useState<string | null>(null);
  const [toggled, setToggled] = useState<Toggled>(new Set());
  const all = useMemo(() => allNodes(fields), [fields]);
  const upper = useRef<HTMLDivElement>(null);
  const path = hovered ?? selected;
  const marked = all.find((node) => node.path === path)?.field ?? null;
  const cut = row.size > bytes.length;

  // biome-ignore lint/correctness/useExhaustiveDependencies: another packet has other fields
  useEffect(() => {
    setSelected(null);
    setHovered(null);
    if (upper.current) upper.current.scrollTop = 0;
  }, [row.row]);

  function toggle(...names: string[]): void {
    setToggled((before) => {
      const after = new Set(before);
      for (const name of names) if (!after.delete(name)) after.add(name);
      return after;
    });
  }

  /** A byte's field is shown: what it lies in is opened. */
  function selectByte(byte: number): void {
    const node = nodeAtByte(all, byte);
    if (!node) return;
    const closed = ancestorsOf(all, node).filter((branch) => !isOpen(branch, toggled));
    toggle(...closed.map(({ name }) => name));
    setSelected(node.path);
  }

  return (
    <>
      <div ref={upper} className={classes.upper}>
        {findings.length > 0 && <div className={classes.findings}>{findings}</div>}
        <FieldTree
          fields={fields}
          toggled={toggled}
          selected={selected}
          marked={hovered}
          onSelect={setSelected}
          onHover={setHovered}
          onToggle={toggle}
        />
        {payload && message && <PayloadView bytes={message} size={payload.end - payload.start} />}
      </div>
      <section className={classes.bytes} aria-label={t('packet.bytesRegion')}>
        <h3 className={classes.caption}>
          {t('packet.bytesRegion')}
          {cut && (
            <span className={classes.note}>{t('packet.cut', { size: formatBytes(row.size) })}</span>
          )}
        </h3>
        <HexDump
          label={t('packet.packetBytes')}
          bytes={bytes}
          marked={marked}
          onByte={selectByte}
          onHover={(byte) =>
            setHovered(byte === null ? null : (nodeAtByte(all, byte)?.path ?? null))
          }
        />
      </section>
    </>
  );
}
