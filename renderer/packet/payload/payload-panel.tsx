import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { wholeSource } from '../bytes/byte-source.ts';
import type { ByteRange } from '../bytes/hex-dump.tsx';
import { HexView } from '../bytes/hex-view.tsx';
import { Base64Panel } from './base64-panel.tsx';
import { CborPanel } from './cbor-panel.tsx';
import type { PayloadTab } from './choose-tab.ts';
import { ImagePanel } from './image-panel.tsx';
import { JsonPanel, type SoughtByte } from './json-panel.tsx';
import classes from './payload.module.css';
import { encodingNames, type TextEncoding } from './text-encoding.ts';
import { TextPanel } from './text-panel.tsx';
import type { ValueUses } from './use-json-actions.ts';
import type { Payload } from './use-payload.ts';

/** The most bytes of JSON in which values are found: it is gone through with every key press. */
const MARKED_BYTES_MAX = 1024 ** 2;

interface Props {
  readonly tab: Exclude<PayloadTab, 'changes'>;
  readonly payload: Payload;
  readonly encoding: TextEncoding;
  readonly sought: SoughtByte | null;
  /** What can be done with a value of the payload as it came. */
  readonly uses: ValueUses;
  /** Tells of bytes of the message; `seek` if they are to be brought into sight. */
  onMark(range: ByteRange, seek: boolean): void;
}

/** A payload in the form of one tab. */
export function PayloadPanel({ tab, payload, encoding, sought, uses, onMark }: Props) {
  const { t } = useTranslation();
  const { bytes, cut, layers } = payload.unwrapped;
  const { decoded, json, image } = payload.read;
  const source = useMemo(() => wholeSource(bytes), [bytes]);
  const isShort = bytes.length <= MARKED_BYTES_MAX;
  switch (tab) {
    case 'json':
      return json === null ? (
        <p className={classes.none}>{t(cut ? 'packet.jsonCut' : 'packet.notJson')}</p>
      ) : (
        <JsonPanel
          text={json}
          bytes={layers.length === 0 && encoding === 'utf-8' && isShort ? bytes : null}
          sought={sought}
          uses={layers.length === 0 ? uses : null}
          onMark={onMark}
        />
      );
    case 'text':
      return (
        <TextPanel
          label={t('packet.payloadText')}
          text={decoded.text}
          note={decoded.valid ? null : t('packet.notText', { encoding: encodingNames[encoding] })}
        />
      );
    case 'hex':
      return <HexView label={t('packet.payloadBytes')} source={source} />;
    case 'cbor':
      return <CborPanel bytes={bytes} />;
    case 'base64':
      return <Base64Panel bytes={bytes} />;
    case 'image':
      return image === null ? null : <ImagePanel bytes={bytes} type={image} />;
  }
}
