import { Button, NativeSelect, Tabs } from '@mantine/core';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { PacketRow } from '../../../shared/contract/packets.ts';
import { formatBytes, formatCount } from '../../components/format.ts';
import { explainError } from '../../i18n/explain.ts';
import { forgetAskedComparison, useAskedComparison } from '../../stores/asked-comparison.ts';
import { addSeries } from '../../stores/charts.ts';
import { showLook } from '../../stores/looks.ts';
import { useAddTerm } from '../../stores/view/use-add-term.ts';
import type { ByteSource } from '../bytes/byte-source.ts';
import type { ByteRange } from '../bytes/hex-dump.tsx';
import { Section } from '../section.tsx';
import type { PreviousMessage } from '../use-previous.ts';
import { ChangesPanel } from './changes-panel.tsx';
import type { PayloadTab } from './choose-tab.ts';
import type { SoughtByte } from './json-panel.tsx';
import classes from './payload.module.css';
import { PayloadPanel } from './payload-panel.tsx';
import { encodingNames, type TextEncoding, textEncodings } from './text-encoding.ts';
import { PAYLOAD_BYTES_MAX, usePayload } from './use-payload.ts';
import { type PayloadViewState, useTab } from './use-payload-view.ts';
import { WrappingBar } from './wrapping-bar.tsx';

interface Props {
  readonly id: string;
  readonly size: string;
  readonly captureId: string;
  /** The message's bytes. */
  readonly source: ByteSource;
  readonly row: PacketRow;
  /** Undefined while it is looked for, null where there is none. */
  readonly previous: PreviousMessage | null | undefined;
  /** What the user chose, from packet to packet. */
  readonly view: PayloadViewState;
  /** A byte of the message whose value is to be shown, where it is shown as JSON. */
  readonly sought: SoughtByte | null;
  /** Tells of bytes of the message; `seek` if they are to be brought into sight. */
  onMark(range: ByteRange, seek: boolean): void;
  onSelect(row: number): void;
}

/** As narrow as they can be read: seven of them stand side by side in a narrow pane. */
const TAB_STYLES = { tab: { padding: '0.25rem 0.375rem', fontSize: '0.75rem' } };

/** Tabs that read the payload as text. */
const textual: ReadonlySet<PayloadTab> = new Set(['json', 'text', 'changes']);
const always: readonly PayloadTab[] = ['json', 'text', 'hex', 'cbor', 'base64'];

/** The application message in the form that shows most of it, or the one that was asked for. */
export function PayloadSection(props: Props) {
  const { id, size, captureId, source, row, previous, view, sought, onMark, onSelect } = props;
  const { encoding, setEncoding, choice, setChoice, comparedWith, setComparedWith } = view;
  const topic = row.topic ?? '';
  const { t, i18n } = useTranslation();
  const { payload, shown, error, showAll } = usePayload(source, encoding, choice);
  const addTerm = useAddTerm(captureId);
  const uses = {
    onChart: (steps: readonly (string | number)[]) => void addSeries(captureId, topic, steps),
    onColumn: () => showLook(captureId, 'timeline'),
    onFilter: addTerm,
  };
  const canCompare = previous !== null || comparedWith !== null;
  const [tab, setTab] = useTab(view, source, payload, topic, canCompare);
  const cut = shown < source.size;

  function compareWith(other: number | null): void {
    // It stays in front also where there is nothing to hold the message against.
    setTab('changes');
    setComparedWith(other);
  }

  const asked = useAskedComparison(captureId, row.row);
  useEffect(() => {
    if (asked === null) return;
    compareWith(asked);
    forgetAskedComparison();
  });

  const most = Math.min(source.size, PAYLOAD_BYTES_MAX);
  const tabs: readonly PayloadTab[] = [
    ...always,
    ...(payload?.read.looks.image ? (['image'] as const) : []),
    'changes',
  ];
  const note = cut
    ? t('packet.shownOf', { shown: formatBytes(shown), size: formatBytes(source.size) })
    : t('packet.bytes', {
        count: source.size,
        number: formatCount(source.size, i18n.language),
      });

  return (
    <Section
      id={id}
      title={t('packet.payload')}
      size={size}
      region
      note={note}
      actions={
        textual.has(tab) && (
          <NativeSelect
            className={classes.encoding}
            aria-label={t('packet.encoding')}
            title={t('packet.encoding')}
            value={encoding}
            data={textEncodings.map((value) => ({ value, label: encodingNames[value] }))}
            onChange={(event) => setEncoding(event.currentTarget.value as TextEncoding)}
          />
        )
      }
    >
      {cut && shown < most && (
        <p className={classes.note}>
          <Button variant="default" size="compact-xs" onClick={showAll}>
            {t('packet.showMore', { size: formatBytes(most) })}
          </Button>
          {error !== null && ` ${explainError(error)}`}
        </p>
      )}
      {payload && (
        <>
          <WrappingBar unwrapped={payload.unwrapped} choice={choice} onChoose={setChoice} />
          <Tabs
            className={classes.tabs}
            styles={TAB_STYLES}
            value={tab}
            onChange={(value) => setTab(value as PayloadTab)}
            keepMounted={false}
          >
            <Tabs.List className={classes.tabList}>
              {tabs.map((value) => (
                <Tabs.Tab key={value} value={value}>
                  {t(`packet.tabs.${value}`)}
                </Tabs.Tab>
              ))}
            </Tabs.List>
            {tabs.map((value) => (
              <Tabs.Panel key={value} value={value} className={classes.tabPanel}>
                {value !== 'changes' ? (
                  <PayloadPanel
                    tab={value}
                    payload={payload}
                    encoding={encoding}
                    sought={sought}
                    uses={uses}
                    onMark={onMark}
                  />
                ) : (
                  <ChangesPanel
                    captureId={captureId}
                    row={row}
                    previous={previous}
                    payload={{ bytes: payload.unwrapped.bytes, read: payload.read }}
                    encoding={encoding}
                    choice={choice}
                    comparedWith={comparedWith}
                    onCompare={compareWith}
                    onSelect={onSelect}
                  />
                )}
              </Tabs.Panel>
            ))}
          </Tabs>
        </>
      )}
    </Section>
  );
}
