import { Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatBytes } from '../../components/format.ts';
import { INFLATE_BYTES_MAX } from './inflate.ts';
import classes from './payload.module.css';
import type { Layer, UnwrapChoice, Unwrapped } from './unwrap.ts';
import type { Wrapping } from './wrapping.ts';

interface Props {
  readonly unwrapped: Unwrapped;
  readonly choice: UnwrapChoice;
  onChoose(choice: UnwrapChoice): void;
}

const names = { gzip: 'gzip', zlib: 'zlib', base64: 'Base64' } as const satisfies Record<
  Wrapping,
  string
>;

/** What the payload is wrapped in, and whether that is taken off; nothing where it is not wrapped. */
export function WrappingBar({ unwrapped, choice, onChoose }: Props) {
  const { t } = useTranslation();
  const { layers, left } = unwrapped;
  const wrappings = [...layers.map(({ wrapping }) => wrapping), ...(left ? [left] : [])];
  if (wrappings.length === 0) return null;
  const compression = wrappings.find((wrapping) => wrapping !== 'base64');
  return (
    <div className={classes.wrapping}>
      {compression && (
        <Checkbox
          label={t('packet.wrapping.inflate', { name: names[compression] })}
          checked={choice.inflate}
          onChange={(event) => onChoose({ ...choice, inflate: event.currentTarget.checked })}
        />
      )}
      {wrappings.includes('base64') && (
        <Checkbox
          label={t('packet.wrapping.decode', { name: names.base64 })}
          checked={choice.decodeBase64}
          onChange={(event) => onChoose({ ...choice, decodeBase64: event.currentTarget.checked })}
        />
      )}
      {layers.map((layer, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a layer is known by its place
        <LayerNote key={at} {...layer} />
      ))}
    </div>
  );
}

function LayerNote({ wrapping, outer, inner, cut, error }: Layer) {
  const { t } = useTranslation();
  return (
    <span>
      {t('packet.wrapping.layer', {
        name: names[wrapping],
        outer: formatBytes(outer),
        inner: formatBytes(inner),
      })}
      {cut && ` · ${t('packet.wrapping.cut', { size: formatBytes(INFLATE_BYTES_MAX) })}`}
      {error !== null && ` · ${t('packet.wrapping.failed', { error })}`}
    </span>
  );
}
