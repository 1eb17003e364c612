import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { base64Of } from '../bytes/base64.ts';
import { TextPanel } from './text-panel.tsx';

/** Characters of a line, as MIME breaks them (RFC 2045 §6.8); they are copied without the breaks. */
const LINE = /.{1,76}/g;

/** A payload as Base64. */
export function Base64Panel({ bytes }: { bytes: Uint8Array }) {
  const { t } = useTranslation();
  const text = useMemo(() => base64Of(bytes), [bytes]);
  return (
    <TextPanel
      label={t('packet.payloadBase64')}
      text={text.match(LINE)?.join('\n') ?? ''}
      copied={text}
    />
  );
}
