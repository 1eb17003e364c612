import { Activity, useDeferredValue } from 'react';
import { PastCaptures } from '../captures/past-captures.tsx';
import { Connection } from '../connection/connection.tsx';
import { MisbehaviourBanner } from '../platform/misbehaviour-banner.tsx';
import { useApp } from '../stores/use-app.ts';
import { useFront, useTabs } from '../stores/use-front.ts';
import { useLocalOwner } from '../stores/use-platform.ts';
import { Welcome } from '../welcome/welcome.tsx';
import classes from './app.module.css';
import { CaptureView } from './capture-view.tsx';
import { LocalDeviceTools } from './local-device-tools.tsx';
import { Pane } from './pane.tsx';

/** What is in front: a session or capture, a device that has neither, or the ways to begin. */
export function MainPane() {
  // The tab is marked at once; a pane is much to draw, and what is clicked meanwhile goes first.
  const front = useDeferredValue(useFront());
  const tabs = useTabs();
  return (
    <div className={classes.main}>
      {front.kind === 'home' && (
        <Welcome>
          <PastCaptures deviceId={null} />
        </Welcome>
      )}
      {front.kind === 'device' && <DevicePage key={front.deviceId} deviceId={front.deviceId} />}
      {/* A tab behind keeps what is typed and selected in it, and costs nothing: no effect runs. */}
      {tabs.map((captureId) => {
        const isFront = front.kind === 'capture' && front.captureId === captureId;
        return (
          <Activity key={captureId} mode={isFront ? 'visible' : 'hidden'}>
            <Pane>
              <CaptureView captureId={captureId} />
            </Pane>
          </Activity>
        );
      })}
    </div>
  );
}

/** A device without a session: what was captured of it and, on the local platform, what is known there. */
function DevicePage({ deviceId }: { deviceId: string }) {
  const device = useApp(({ devices }) => devices.find(({ id }) => id === deviceId));
  const owner = useLocalOwner(device);
  if (!device) return null;
  const captures = (
    <div className={classes.deviceCaptures}>
      <PastCaptures deviceId={deviceId} />
    </div>
  );
  return (
    <div className={classes.column}>
      <Connection device={device} session={null} />
      {owner && <MisbehaviourBanner owner={owner} />}
      {owner ? <LocalDeviceTools owner={owner} captures={captures} /> : captures}
    </div>
  );
}
