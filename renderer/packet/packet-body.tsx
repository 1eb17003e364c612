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
  /** Which field's bytes are to be in sight: the tree's last. The pointer over the bytes scrolls none. */
  const [sought, setSought] = useState<string | null>(null);
  const [toggled, setToggled] = useState<Toggled>(new Set());
  const all = useMemo(() => allNodes(fields), [fields]);
  const { outcome, say } = useCopied(row.row);
  const upper = useRef<HTMLDivElement>(null);
  /** To scroll what is at its top would lay the page out for nothing, with every packet. */
  const isScrolled = useRef(false);
  const fieldOf = (path: string | null) => all.find((node) => node.path === path)?.field ?? null;
  const path = hovered ?? selected;

  // biome-ignore lint/correctness/useExhaustiveDependencies: another packet has other fields
  useEffect(() => {
    setSelected(null);
    setHovered(null);
    setSought(null);
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
    if (!node) return;
    const closed = ancestorsOf(all, node).filter((branch) => !isOpen(branch, toggled));
    toggle(...closed.map(({ name }) => name));
  }

  function hoverByte(offset: number | null): void {
    setHovered(offset === null ? null : (nodeAround(all, offset, offset + 1)?.path ?? null));
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
              setSought(field);
            }}
            onHover={(field) => {
              setHovered(field);
              setSought(field);
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
          topic={row.topic ?? ''}
          previous={previous}
          view={view}
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
          marked={fieldOf(path)}
          sought={fieldOf(sought)}
          onSelect={selectBytes}
          onHover={hoverByte}
        />
      </Section>
    </Sections>
  );
}
