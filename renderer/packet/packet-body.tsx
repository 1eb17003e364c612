import { type ReactNode, useEffect, useId, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PacketDetail, PacketField } from '../../shared/contract/packets.ts';
import { copyText } from '../components/copy-text.ts';
import { useCopied } from '../components/use-copied.ts';
import { type ByteSource, partOf } from './bytes/byte-source.ts';
import type { ByteRange } from './bytes/hex-dump.tsx';
import { HexView } from './bytes/hex-view.tsx';
import { allNodes, ancestorsOf, isOpen, nodeAround, type Toggled } from './fields/field-nodes.ts';
import { FieldTree } from './fields/field-tree.tsx';
import classes from './packet.module.css';
import type { SoughtByte } from './payload/json-panel.tsx';
import { PayloadSection } from './payload/payload-section.tsx';
import { usePayloadView } from './payload/use-payload-view.ts';
import { Section } from './section.tsx';
import { Sections } from './sections.tsx';
import type { PreviousMessage } from './use-previous.ts';

interface Props {
  readonly captureId: string;
  readonly detail: PacketDetail;
  /** With everything that is known of them. */
  readonly fields: readonly PacketField[];
  readonly source: ByteSource;
  readonly previous: PreviousMessage | null | undefined;
  readonly findings: readonly ReactNode[];
  onSelect(row: number): void;
}

/** Fields, payload and bytes of a packet; a field marks its bytes and bytes find their field. */
export function PacketBody(props: Props) {
  const { captureId, detail, fields, source, previous, findings, onSelect } = props;
  const { t } = useTranslation();
  const { payload, row } = detail;
  const id = useId();
  const view = usePayloadView();
  const message = useMemo(
    () => payload && partOf(source, payload.start, payload.end),
    [source, payload],
  );
  const [selected, setSelected] = useState<string | null>(null);
  const [hovered, setHovered] = useState<string | null>(null);
  /** Bytes that are to be in sight: the tree's or the payload's last. The pointer over the bytes scrolls none. */
  const [sought, setSought] = useState<ByteRange | null>(null);
  /** The bytes of a value of the payload: what was selected last, if it was not a field. */
  const [value, setValue] = useState<ByteRange | null>(null);
  const [soughtByte, setSoughtByte] = useState<SoughtByte | null>(null);
  const [toggled, setToggled] = useState<Toggled>(new Set());
  const all = useMemo(() => allNodes(fields), [fields]);
  const { outcome, say } = useCopied(row.row);
  const upper = useRef<HTMLDivElement>(null);
  /** To scroll what is at its top would lay the page out for nothing, with every packet. */
  const isScrolled = useRef(false);
  const fieldOf = (path: string | null) => all.find((node) => node.path === path)?.field ?? null;
  const marked = fieldOf(hovered) ?? value ?? fieldOf(selected);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another packet has other fields
  useEffect(() => {
    setSelected(null);
    setHovered(null);
    setSought(null);
    setValue(null);
    setSoughtByte(null);
    if (upper.current && isScrolled.current) upper.current.scrollTop = 0;
  }, [row.row]);

  function toggle(...names: string[]): void {
    setToggled((before) => {
      const after = new Set(before);
      for (const name of names) if (!after.delete(name)) after.add(name);
      return after;
    });
  }

  /** The field of some bytes is shown: what it lies in is opened. */
  function selectBytes({ start, end }: ByteRange): void {
    const node = nodeAround(all, start, end);
    setSelected(node?.path ?? null);
    setValue(null);
    if (payload && start >= payload.start) setSoughtByte({ offset: start - payload.start });
    if (!node) return;
    const closed = ancestorsOf(all, node).filter((branch) => !isOpen(branch, toggled));
    toggle(...closed.map(({ name }) => name));
  }

  function hoverByte(offset: number | null): void {
    const node = offset === null ? undefined : nodeAround(all, offset, offset + 1);
    // The field around a marked value would hide it.
    const hides = node && value && node.field.start <= value.start && node.field.end >= value.end;
    setHovered(node && !hides ? node.path : null);
  }

  /** A value of the payload is shown in the bytes, and the field that it lies in. */
  function markValue({ start, end }: ByteRange, seek: boolean): void {
    const from = payload?.start ?? 0;
    const range = { start: from + start, end: from + end };
    setSelected(nodeAround(all, range.start, range.end)?.path ?? null);
    setValue(range);
    if (seek) setSought(range);
  }

  return (
    <Sections
      key={message ? 'message' : 'packet'}
      name={message ? 'packet-message' : 'packet'}
      ids={[`${id}-fields`, ...(message ? [`${id}-payload`] : []), `${id}-bytes`]}
    >
      <Section
        id={`${id}-fields`}
        title={t('packet.fields')}
        size={message ? '34%' : '65%'}
        note={<output>{outcome && t(`clipboard.${outcome}`)}</output>}
      >
        {findings.length > 0 && (
          <section
            key={row.row}
            className={classes.findings}
            aria-label={t('packet.findings')}
            // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and must do so by keyboard
            tabIndex={0}
          >
            {findings}
          </section>
        )}
        <div
          ref={upper}
          className={classes.upper}
          onScroll={({ currentTarget }) => {
            isScrolled.current = currentTarget.scrollTop > 0;
          }}
        >
          <FieldTree
            captureId={captureId}
            row={row}
            fields={fields}
            toggled={toggled}
            selected={selected}
            marked={hovered}
            onSelect={(field) => {
              setSelected(field);
              setSought(fieldOf(field));
              setValue(null);
            }}
            onHover={(field) => {
              setHovered(field);
              setSought(fieldOf(field));
            }}
            onToggle={toggle}
            onCopy={(text) => say(copyText(text))}
          />
        </div>
      </Section>
      {message && (
        <PayloadSection
          id={`${id}-payload`}
          size="42%"
          captureId={captureId}
          source={message}
          row={row}
          previous={previous}
          view={view}
          sought={soughtByte}
          onMark={markValue}
          onSelect={onSelect}
        />
      )}
      <Section
        id={`${id}-bytes`}
        title={t('packet.bytesRegion')}
        size={message ? '24%' : '35%'}
        region
      >
        <HexView
          label={t('packet.packetBytes')}
          source={source}
          marked={marked}
          sought={sought}
          onSelect={selectBytes}
          onHover={hoverByte}
        />
      </Section>
    </Sections>
  );
}
