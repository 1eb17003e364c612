import { ActionIcon, Menu } from '@mantine/core';
import { IconPhotoDown } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { exportFileName } from '../../shared/contract/export-file-name.ts';
import { zoneOffsetAt } from '../components/clock.ts';
import { formatCount } from '../components/format.ts';
import { savePicture } from '../stores/pictures.ts';
import { useRowFindings } from '../stores/use-row-findings.ts';
import { useTimeScale } from '../stores/use-time-scale.ts';
import type { View } from '../stores/view/view.ts';
import { drawFile } from './picture-file.tsx';
import { linesMax, type PictureRange } from './picture-range.ts';
import { useEnds } from './use-ends.ts';
import { zoomStore } from './zoom.ts';

/** Saves the ladder as a picture: what is in sight, or everything up to a limit that it names. */
export function PictureMenu({ view, captureId }: { view: View; captureId: string }) {
  const { t, i18n } = useTranslation();
  const ends = useEnds(captureId);
  const level = useStore(zoomStore, (state) => state.level);
  const empty = useStore(view.store, (state) => state.total === 0);
  const scale = useTimeScale(view, captureId);
  const findings = useRowFindings(captureId);
  const ranges: readonly PictureRange[] = level === 'overview' ? ['whole'] : ['shown', 'whole'];

  function save(range: PictureRange, format: 'svg' | 'png'): void {
    const language = i18n.language;
    const options = { view, ends, level, range, format, scale, findings, language, t };
    const { start } = view.store.getState();
    const name = exportFileName(`${ends.device} ladder`, start, format, zoneOffsetAt(start));
    void savePicture(captureId, name, () => drawFile(options));
  }

  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon
          variant="default"
          aria-label={t('ladder.export')}
          title={t(empty ? 'ladder.exportNothing' : 'ladder.export')}
          disabled={empty}
        >
          <IconPhotoDown size={14} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {ranges.map((range) => (
          <RangeItems key={range} view={view} range={range} onSave={save} />
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

interface ItemsProps {
  readonly view: View;
  readonly range: PictureRange;
  onSave(range: PictureRange, format: 'svg' | 'png'): void;
}

function RangeItems({ view, range, onSave }: ItemsProps) {
  const { t, i18n } = useTranslation();
  const level = useStore(zoomStore, (state) => state.level);
  const total = useStore(view.store, (state) => state.total);
  const number = (value: number) => formatCount(value, i18n.language);
  const limit = level === 'overview' ? total : linesMax(level);
  const whole =
    total > limit
      ? t('ladder.exportFirst', { limit: number(limit), number: number(total) })
      : t('ladder.exportWhole', { number: number(total) });
  const what = range === 'shown' ? t('ladder.exportShown') : whole;
  return (
    <>
      <Menu.Label>{what}</Menu.Label>
      {(['svg', 'png'] as const).map((format) => (
        <Menu.Item
          key={format}
          aria-label={t(format === 'svg' ? 'ladder.exportSvg' : 'ladder.exportPng', { what })}
          onClick={() => onSave(range, format)}
        >
          {format.toUpperCase()}
        </Menu.Item>
      ))}
    </>
  );
}
