import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generate, type Packet } from 'mqtt-packet';
import type { CommandOutput } from '../../../shared/contract/commands.ts';
import type { EventPayload } from '../../../shared/contract/events.ts';
import { HostError } from '../../../shared/contract/result.ts';
import { Capture } from './capture.ts';
import type { CaptureFile } from './session-file.ts';
import { Views } from './views.ts';

type Grew = EventPayload<'view.grew'>;

const about: CaptureFile = {
  version: 1,
  label: 'lamp',
  endpoint: 'mqtt://127.0.0.1:1883',
  deviceId: null,
  target: null,
  startedAt: Date.UTC(2026, 10, 22),
};

/** Views over captures in a folder of their own. */
export interface ViewsBench {
  readonly views: Views;
  /** Everything that was told. */
  readonly told: readonly Grew[];
  /** The capture ends, and is opened again from its file. */
  reopen(capture: Capture): Promise<Capture>;
  /** As `reopen`, but answers as soon as the first packets are there. */
  beginAgain(capture: Capture): Promise<Capture>;
  /** A capture that is being recorded, with a connection that sent its CONNECT. */
  started(version?: 4 | 5): Promise<{ capture: Capture; connection: number }>;
  /** Opens a view with a filter, in the place of another if one is named. */
  open(capture: Capture, filter: string, replaces?: string): Promise<CommandOutput<'view.open'>>;
  /** What was last told of a view. */
  last(viewId: string): Grew | undefined;
  /** Whether it was told that so many packets are there and all of them were looked at. */
  done(viewId: string, packets: number): boolean;
  /** Resolves once something fits; the runner's time limit is the only one. */
  until(fits: () => boolean): Promise<void>;
  /** Numbers, in the capture, of all rows of a view whose search is done. */
  rowsOf(viewId: string): number[];
  end(): Promise<void>;
}

export async function viewsBench(): Promise<ViewsBench> {
  const folder = await mkdtemp(join(tmpdir(), 'tricorder-views-'));
  const captures = new Map<string, Capture>();
  const told: Grew[] = [];
  const get = async (id: string) => {
    const capture = captures.get(id);
    if (capture === undefined) throw new HostError('not-found', id);
    return capture;
  };
  const beginAgain = async (capture: Capture) => {
    await capture.close();
    const opened = await Capture.begin(capture.id, capture.folder, capture.about);
    captures.set(capture.id, opened);
    return opened;
  };
  const views = new Views({ begin: get, get }, (grew) => told.push(grew));
  const last = (viewId: string) => told.findLast((grew) => grew.viewId === viewId);
  return {
    views,
    told,
    async started(version = 4) {
      const id = String(captures.size);
      const capture = await Capture.create(id, await mkdtemp(join(folder, 'capture-')), about);
      captures.set(id, capture);
      const connection = capture.openConnection();
      capture.record(connection, true, wire(connect(version), version));
      return { capture, connection };
    },
    open: ({ id }, filter, replaces) =>
      views.open({
        captureId: id,
        filter,
        zoneOffset: 0,
        ...(replaces !== undefined && { replaces }),
      }),
    last,
    done(viewId, packets) {
      const search = last(viewId)?.search;
      return search?.searched === packets && search.packets === packets;
    },
    async reopen(capture) {
      const opened = await beginAgain(capture);
      await opened.whole();
      return opened;
    },
    beginAgain,
    async until(fits) {
      while (!fits()) await new Promise((wake) => setTimeout(wake, 5));
    },
    rowsOf(viewId) {
      const found: number[] = [];
      for (;;) {
        const { rows } = views.rows({ viewId, start: found.length, count: 500 });
        if (rows.length === 0) return found;
        found.push(...rows.map(({ row }) => row));
      }
    },
    async end() {
      views.stop();
      for (const capture of captures.values()) await capture.close();
      await rm(folder, { recursive: true });
    },
  };
}

/** Records packets as the device sends or receives them, whole. */
export function record(capture: Capture, connection: number, sent: boolean, packets: Packet[]) {
  for (const packet of packets) capture.record(connection, sent, wire(packet));
}

/** The bytes of a packet. */
export function wire(packet: Packet, protocolVersion = 4): Buffer {
  return generate(packet, { protocolVersion });
}

function connect(protocolVersion: 4 | 5 = 4): Packet {
  return {
    cmd: 'connect',
    clientId: 'lamp',
    protocolId: 'MQTT',
    protocolVersion,
    clean: true,
    keepalive: 60,
  };
}

/** A PUBLISH; QoS 1 where it has an identifier. */
export function publish(topic: string, payload: string | Buffer, messageId?: number): Packet {
  const qos = messageId === undefined ? 0 : 1;
  return {
    cmd: 'publish',
    topic,
    payload,
    qos,
    dup: false,
    retain: false,
    ...(messageId !== undefined && { messageId }),
  };
}

export const puback = (messageId: number): Packet => ({ cmd: 'puback', messageId });
