import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { DEPTH_MAX, readCbor } from './cbor-text.ts';
import { TextPanel } from './text-panel.tsx';

/** A payload read as CBOR: as far as it is that. */
export function CborPanel({ bytes }: { bytes: Uint8Array }) {
  const { t } = useTranslation();
  const { text, error } = useMemo(() => readCbor(bytes), [bytes]);
  return (
    <TextPanel
      label={t('packet.payloadCbor')}
      text={text}
      language="json"
      note={error && t(`packet.notCbor.${error.kind}`, { detail: error.detail, levels: DEPTH_MAX })}
    />
  );
}
