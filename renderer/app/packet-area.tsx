import { Tabs } from '@mantine/core';
import { Activity, useCallback, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Charts } from '../charts/charts.tsx';
import { FilterBar } from '../filter/filter-bar.tsx';
import { Ladder } from '../ladder/ladder.tsx';
import { LadderTools } from '../ladder/ladder-tools.tsx';
import { type Look, showLook, useLook } from '../stores/looks.ts';
import { useSelectedPlace } from '../stores/view/use-selected-place.ts';
import { type OpenedView, useView } from '../stores/view/use-view.ts';
import { NoRows } from '../timeline/no-rows.tsx';
import { Timeline } from '../timeline/timeline.tsx';
import { TimelineTools } from '../timeline/timeline-tools.tsx';
import { Topics } from '../topics/topics.tsx';
import classes from './app.module.css';
import { Pane } from './pane.tsx';
import { usePacketCopies } from './use-packet-copies.ts';

interface Selection {
  /** Position in the capture, 0 is the first packet. */
  readonly selectedRow: number | null;
  onSelect(row: number | null): void;
}

interface Props extends Selection {
  readonly captureId: string;
}

/** The packets of a capture: one filter and one selection, and several ways to look at them. */
export function PacketArea({ captureId, ...selection }: Props) {
  const opened = useView(captureId);
  return opened && <Views {...opened} captureId={captureId} {...selection} />;
}

function Views({ captureId, view, filterText, selectedRow, onSelect }: Props & OpenedView) {
  const { t } = useTranslation();
  const look = useLook(captureId);
  const setLook = (next: Look) => showLook(captureId, next);
  const panel = useRef<HTMLDivElement>(null);
  const enter = useCallback(() => {
    panel.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
  }, []);
  const place = useSelectedPlace(view, selectedRow);
  const copies = usePacketCopies(captureId);
  const shared = { captureId, view, filterText, selectedRow, onSelect };
  return (
    <div className={classes.column}>
      <FilterBar
        view={view}
        filterText={filterText}
        hiddenRow={place?.found === false ? place.row : null}
        onLeave={enter}
      />
      <Tabs value={look} onChange={(value) => setLook(value as Look)} className={classes.looks}>
        <div className={classes.lookBar}>
          <Tabs.List aria-label={t('app.looks')}>
            <Tabs.Tab value="timeline">{t('app.timeline')}</Tabs.Tab>
            <Tabs.Tab value="ladder">{t('app.ladder')}</Tabs.Tab>
            <Tabs.Tab value="charts">{t('app.charts')}</Tabs.Tab>
            <Tabs.Tab value="topics">{t('app.topics')}</Tabs.Tab>
          </Tabs.List>
          {look === 'timeline' && <TimelineTools {...shared} />}
          {look === 'ladder' && <LadderTools view={view} captureId={captureId} />}
        </div>
        {/* The timeline behind keeps its place, and costs nothing: no effect runs. */}
        <Tabs.Panel ref={panel} value="timeline" keepMounted className={classes.look}>
          <Activity mode={look === 'timeline' ? 'visible' : 'hidden'}>
            <Pane>
              <Timeline {...shared} place={place} copies={copies} />
            </Pane>
          </Activity>
        </Tabs.Panel>
        <Tabs.Panel value="ladder" keepMounted className={classes.look}>
          <Activity mode={look === 'ladder' ? 'visible' : 'hidden'}>
            <Pane>
              <Ladder
                captureId={captureId}
                view={view}
                selectedRow={selectedRow}
                place={place}
                onSelect={onSelect}
              >
                <NoRows view={view} captureId={captureId} filterText={filterText} />
              </Ladder>
            </Pane>
          </Activity>
        </Tabs.Panel>
        <Tabs.Panel value="charts" keepMounted className={classes.look}>
          <Activity mode={look === 'charts' ? 'visible' : 'hidden'}>
            <Pane>
              <Charts
                captureId={captureId}
                view={view}
                selectedRow={selectedRow}
                onSelect={onSelect}
              />
            </Pane>
          </Activity>
        </Tabs.Panel>
        <Tabs.Panel value="topics" keepMounted className={classes.look}>
          <Activity mode={look === 'topics' ? 'visible' : 'hidden'}>
            <Pane>
              <Topics
                captureId={captureId}
                filterText={filterText}
                onShowTimeline={() => setLook('timeline')}
              />
            </Pane>
          </Activity>
        </Tabs.Panel>
      </Tabs>
    </div>
  );
}
