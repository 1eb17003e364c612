import { Tabs } from '@mantine/core';
import { Activity, type ReactNode, useCallback, useRef } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { Charts } from '../charts/charts.tsx';
import { FilterBar } from '../filter/filter-bar.tsx';
import { Ladder } from '../ladder/ladder.tsx';
import { LadderTools } from '../ladder/ladder-tools.tsx';
import { StatisticsLook } from '../statistics/statistics.tsx';
import { type Look, looks, showLook, useLook } from '../stores/looks.ts';
import { type OpenedView, useView } from '../stores/view/use-view.ts';
import { GoToDialog } from '../timeline/go-to-dialog.tsx';
import { NoRows } from '../timeline/no-rows.tsx';
import { PacketMenu } from '../timeline/packet-menu.tsx';
import { Timeline } from '../timeline/timeline.tsx';
import { TimelineTools } from '../timeline/timeline-tools.tsx';
import { Topics } from '../topics/topics.tsx';
import classes from './app.module.css';
import { Pane } from './pane.tsx';
import { UnfilteredNote } from './unfiltered-note.tsx';
import { useExportActions } from './use-export-actions.ts';
import { useGoToPacket } from './use-go-to-packet.ts';
import { useLookActions } from './use-look-actions.ts';
import { usePacketCopies } from './use-packet-copies.ts';

interface Props {
  readonly captureId: string;
  onSelect(row: number | null): void;
}

/** The packets of a capture: one filter and one selection, and several ways to look at them. */
export function PacketArea(props: Props) {
  const opened = useView(props.captureId);
  return opened && <Looks {...opened} {...props} />;
}

/** Not drawn anew because another packet is selected. */
function Looks({ captureId, view, filterText, onSelect }: Props & OpenedView) {
  const { t } = useTranslation();
  const look = useLook(captureId);
  useLookActions(captureId);
  useExportActions(captureId, view);
  const body = useRef<HTMLDivElement>(null);
  const enter = useCallback(() => {
    // Below the looks' own panels: the whole area lies in the panel of its tab.
    const stops = body.current?.querySelectorAll<HTMLElement>(
      ':scope [role="tabpanel"] [tabindex="0"]',
    );
    [...(stops ?? [])].find((stop) => stop.checkVisibility())?.focus();
  }, []);
  const copies = usePacketCopies(captureId);
  const { isAsking, goings, go, close } = useGoToPacket({ captureId, onSelect, enter });
  const showTimeline = () => {
    // The focus goes where it is to be seen: what had it is behind then.
    flushSync(() => showLook(captureId, 'timeline'));
    enter();
  };
  const shared = { captureId, view, onSelect };
  const bodies: Readonly<Record<Look, ReactNode>> = {
    timeline: <Timeline {...shared} filterText={filterText} copies={copies} goings={goings} />,
    ladder: (
      <Ladder
        {...shared}
        menu={(menu, onCloseMenu, onLeave) => (
          <PacketMenu {...shared} {...{ filterText, copies, menu, onCloseMenu, onLeave }} />
        )}
      >
        <NoRows view={view} captureId={captureId} filterText={filterText} />
      </Ladder>
    ),
    charts: <Charts {...shared} />,
    topics: <Topics captureId={captureId} filterText={filterText} onShowTimeline={showTimeline} />,
    statistics: (
      <StatisticsLook {...{ captureId, view, filterText }} onGo={go} onShowTimeline={showTimeline}>
        <NoRows view={view} captureId={captureId} filterText={filterText} />
      </StatisticsLook>
    ),
  };
  return (
    <div ref={body} className={classes.column}>
      <FilterBar captureId={captureId} view={view} filterText={filterText} onLeave={enter} />
      <Tabs
        value={look}
        onChange={(value) => showLook(captureId, value as Look)}
        className={classes.looks}
      >
        <div className={classes.lookBar}>
          <Tabs.List aria-label={t('app.looks')}>
            {looks.map((one) => (
              <Tabs.Tab key={one} value={one}>
                {t(`app.${one}`)}
              </Tabs.Tab>
            ))}
          </Tabs.List>
          {look === 'timeline' && <TimelineTools {...shared} filterText={filterText} />}
          {look === 'ladder' && <LadderTools view={view} captureId={captureId} />}
          {(look === 'charts' || look === 'topics') && <UnfilteredNote view={view} />}
        </div>
        {/* A look behind keeps its place, and costs nothing: no effect runs. */}
        {looks.map((one) => (
          <Tabs.Panel key={one} value={one} keepMounted className={classes.look}>
            <Activity mode={look === one ? 'visible' : 'hidden'}>
              <Pane>{bodies[one]}</Pane>
            </Activity>
          </Tabs.Panel>
        ))}
      </Tabs>
      {isAsking && <GoToDialog view={view} filterText={filterText} onGo={go} onClose={close} />}
    </div>
  );
}
