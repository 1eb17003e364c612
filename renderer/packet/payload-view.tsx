import { Tabs } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatBytes } from '../components/format.ts';
import { HexDump } from './hex-dump.tsx';
import classes from './packet.module.css';
import { type PayloadTab, readPayload } from './payload-text.ts';
import { TextViewer } from './text-viewer.tsx';

interface Props {
  /** The payload, or the first part of it. */
  readonly bytes: Uint8Array;
  /** Bytes of the whole payload. */
  readonly size: number;
}

/** The application message as JSON, as text and as bytes. */
export function PayloadView({ bytes, size }: Props) {
  const { t, i18n } = useTranslation();
  const cut = bytes.length < size;
  const { text, valid, json, best } = useMemo(() => readPayload(bytes, cut), [bytes, cut]);
  const [choice, setChoice] = useState<{ tab: PayloadTab; of: Uint8Array } | null>(null);
  // A choice stays in force from packet to packet; JSON is only insisted on where it was asked for.
  const fits = choice !== null && (choice.tab !== 'json' || json !== null || choice.of === bytes);
  const shown = fits ? choice.tab : best;

  return (
    <section className={classes.payload} aria-label={t('packet.payload')}>
      <Tabs
        value={shown}
        onChange={(tab) => setChoice({ tab: tab as PayloadTab, of: bytes })}
        keepMounted={false}
      >
        <div className={classes.caption}>
          <h3>{t('packet.payload')}</h3>
          <span className={classes.note}>
            {cut
              ? t('packet.cut', { size: formatBytes(size) })
              : t('packet.bytes', { count: size, number: size.toLocaleString(i18n.language) })}
          </span>
          <Tabs.List className={classes.tabs}>
            <Tabs.Tab value="json">JSON</Tabs.Tab>
            <Tabs.Tab value="text">{t('packet.text')}</Tabs.Tab>
            <Tabs.Tab value="hex">{t('packet.hex')}</Tabs.Tab>
          </Tabs.List>
        </div>
        <Tabs.Panel value="json">
          {json === null ? (
            <p className={classes.none}>{t(cut ? 'packet.jsonCut' : 'packet.notJson')}</p>
          ) : (
            <TextViewer text={json} language="json" label={t('packet.payloadJson')} />
          )}
        </Tabs.Panel>
        <Tabs.Panel value="text">
          {!valid && <p className={classes.none}>{t('packet.notUtf8')}</p>}
          <TextViewer text={text} language="text" label={t('packet.payloadText')} />
        </Tabs.Panel>
        <Tabs.Panel value="hex" className={classes.payloadHex}>
          <HexDump label={t('packet.payloadBytes')} bytes={bytes} />
        </Tabs.Panel>
      </Tabs>
    </section>
  );
}
