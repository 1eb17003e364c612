import { Anchor } from '@mantine/core';
import { IconAlertTriangle, IconFileImport, IconPinFilled } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Capture } from '../../shared/contract/packets.ts';
import { formatBytes, formatCount } from '../components/format.ts';
import { openCapture } from '../stores/tabs.ts';
import { CaptureMenu } from './capture-menu.tsx';
import classes from './captures.module.css';
import { ExportList, useHasExports } from './export-list.tsx';

interface Props {
  readonly capture: Capture;
  /** When it was begun, as text. */
  readonly time: string;
  readonly withEndpoint: boolean;
  onRename(): void;
  onDelete(): void;
}

/** One past capture, and below it how its exports go. */
export function CaptureRow({ capture, time, withEndpoint, onRename, onDelete }: Props) {
  const { t, i18n } = useTranslation();
  const [menuOpen, setMenuOpen] = useState(false);
  const exporting = useHasExports(capture.id);
  const { label, endpoint, packets, bytes, cut, dropped, pinned } = capture;
  const number = (value: number) => formatCount(value, i18n.language);
  const lost = [
    ...(cut > 0 ? [t('captures.cut', { bytes: number(cut) })] : []),
    ...(dropped > 0 ? [t('captures.dropped', { count: dropped, number: number(dropped) })] : []),
  ];

  return (
    <>
      <tr
        data-exporting={exporting}
        onContextMenu={(event) => {
          event.preventDefault();
          setMenuOpen(true);
        }}
      >
        <td className={classes.name}>
          <span className={classes.label}>
            <Anchor
              component="button"
              fz="sm"
              className="ellipsis"
              title={label}
              aria-label={t('captures.openNamed', { label, time })}
              onClick={() => openCapture(capture.id)}
            >
              {label}
            </Anchor>
            {pinned && <IconPinFilled size={12} role="img" aria-label={t('captures.pinned')} />}
            {capture.importedAt !== null && (
              <IconFileImport size={12} role="img" aria-label={t('captures.imported')} />
            )}
            {lost.length > 0 && (
              <span className={classes.lost} title={lost.join(', ')}>
                <IconAlertTriangle size={12} aria-hidden />
                <span className="ellipsis">{lost.join(', ')}</span>
              </span>
            )}
          </span>
        </td>
        {withEndpoint && (
          <td className={classes.endpoint} title={endpoint}>
            {endpoint}
          </td>
        )}
        <td>{time}</td>
        <td className={classes.number}>{number(packets)}</td>
        <td className={classes.number}>{formatBytes(bytes)}</td>
        <td className={classes.actions}>
          <CaptureMenu
            capture={capture}
            label={t('captures.actions', { label, time })}
            opened={menuOpen}
            onOpen={setMenuOpen}
            onRename={onRename}
            onDelete={onDelete}
          />
        </td>
      </tr>
      {exporting && (
        <tr>
          <td colSpan={withEndpoint ? 6 : 5}>
            <ExportList captureId={capture.id} />
          </td>
        </tr>
      )}
    </>
  );
}
