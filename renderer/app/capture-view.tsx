import { memo, useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Session } from '../../shared/contract/sessions.ts';
import { ExportList } from '../captures/export-list.tsx';
import { ExportMenu } from '../captures/export-menu.tsx';
import { Connection } from '../connection/connection.tsx';
import { PacketDetails } from '../packet/packet-details.tsx';
import { MisbehaviourBanner } from '../platform/misbehaviour-banner.tsx';
import { useApp } from '../stores/use-app.ts';
import { useLocalOwner } from '../stores/use-platform.ts';
import { useSessionOf } from '../stores/use-session-of.ts';
import { selectPacket } from '../stores/view/selection.ts';
import classes from './app.module.css';
import { CaptureHead } from './capture-head.tsx';
import { NextInTurn } from './next-in-turn.tsx';
import { PacketArea } from './packet-area.tsx';
import { Pane } from './pane.tsx';
import { RememberedSplit } from './remembered-split.tsx';
import { panelId, tabId } from './session-tab.tsx';
import { SessionTools } from './session-tools.tsx';
import { useSessionActions } from './use-session-actions.ts';

interface Props {
  readonly captureId: string;
}

/**
 * One tab: a session with all that can be done in it, or a capture of the past to read. Not drawn
 * anew because another tab comes to the front.
 */
export const CaptureView = memo(function CaptureView({ captureId }: Props) {
  const { t } = useTranslation();
  const session = useSessionOf(captureId);
  const device = useApp(({ devices }) => devices.find(({ id }) => id === session?.deviceId));
  const owner = useLocalOwner(device);
  useSessionActions(session, device ?? null);
  const select = useCallback((row: number | null) => selectPacket(captureId, row), [captureId]);
  return (
    <div
      className={classes.column}
      role="tabpanel"
      id={panelId(captureId)}
      aria-labelledby={tabId(captureId)}
    >
      {session ? <SessionHead session={session} /> : <CaptureHead captureId={captureId} />}
      {owner && <MisbehaviourBanner owner={owner} />}
      <div className={classes.captureExports}>
        <ExportList captureId={captureId} />
      </div>
      <div className={classes.fill}>
        <RememberedSplit
          name="packets"
          orientation="horizontal"
          separator={t('app.resizeDetails')}
          first={{ minSize: '20rem' }}
          second={{ size: '36%', minSize: '15rem' }}
        >
          <RememberedSplit
            name={session ? 'session' : 'past'}
            key={session ? 'session' : 'past'}
            orientation="vertical"
            separator={t('app.resizeTools')}
            first={{ minSize: '8rem' }}
            second={{ size: session ? '46%' : '25%', minSize: '6rem' }}
          >
            <Pane>
              <NextInTurn turn={1}>
                <PacketArea captureId={captureId} onSelect={select} />
              </NextInTurn>
            </Pane>
            <NextInTurn turn={3}>
              <SessionTools
                session={session ?? null}
                captureId={captureId}
                owner={owner}
                onSelect={select}
              />
            </NextInTurn>
          </RememberedSplit>
          <Pane>
            <NextInTurn turn={2}>
              <PacketDetails captureId={captureId} onSelect={select} />
            </NextInTurn>
          </Pane>
        </RememberedSplit>
      </div>
    </div>
  );
});

/** Not drawn anew because another packet is selected. */
const SessionHead = memo(function SessionHead({ session }: { session: Session }) {
  const device = useApp(({ devices }) => devices.find(({ id }) => id === session.deviceId));
  return device ? (
    <Pane>
      <Connection
        device={device}
        session={session}
        actions={<ExportMenu captureId={session.captureId} />}
      />
    </Pane>
  ) : null;
});
