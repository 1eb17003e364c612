import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { base64Of } from '../bytes/base64.ts';
import type { ImageType } from './image-type.ts';
import classes from './payload.module.css';

/** A picture, and how large it is. */
export function ImagePanel({ bytes, type }: { bytes: Uint8Array; type: ImageType }) {
  const { t } = useTranslation();
  const source = useMemo(() => `data:${type};base64,${base64Of(bytes)}`, [bytes, type]);
  const [loaded, setLoaded] = useState<{ of: string; size: string | null } | null>(null);
  const size = loaded?.of === source ? loaded.size : '';
  const name = type.replace('image/', '').toUpperCase();
  return (
    <div className={classes.panel}>
      {size === null && <p className={classes.note}>{t('packet.image.damaged', { type: name })}</p>}
      <div className={classes.picture} hidden={size === null}>
        <img
          src={source}
          alt={t('packet.image.alt')}
          onLoad={({ currentTarget: { naturalWidth, naturalHeight } }) =>
            setLoaded({ of: source, size: `${naturalWidth} × ${naturalHeight}` })
          }
          onError={() => setLoaded({ of: source, size: null })}
        />
      </div>
      <div className={classes.bar}>
        <span>{[name, size].filter(Boolean).join(' · ')}</span>
      </div>
    </div>
  );
}
