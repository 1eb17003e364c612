import { packetHandlers } from './capture/packet-commands.ts';
import { certificateHandlers } from './devices/certificates.ts';
import { compareDevice } from './devices/compare-device.ts';
import { endpointOf } from './devices/endpoint.ts';
import { thisMoment } from './devices/login.ts';
import { parametersToShow } from './devices/parameters-to-show.ts';
import type { Handlers } from './handlers.ts';
import { platformHandlers } from './local-platform/handlers.ts';
import { createMessageHandlers } from './message-commands.ts';
import type { Rooms } from './rooms.ts';
import { tryLocalPlatform } from './try-local-platform.ts';

export function createHandlers(rooms: Rooms): Handlers {
  const {
    devices,
    platform,
    preferences,
    messages,
    autoReplies,
    captures,
    bookmarks,
    exports,
    imports,
    views,
    problems,
    topics,
    series,
    sessions,
    notices,
    options,
  } = rooms;
  return {
    'app.snapshot': async () => ({
      version: options.version,
      mode: options.mode,
      dataDir: options.dataDir,
      vault: options.vault.kind,
      devices: devices.list(),
      sessions: sessions.list(),
      progress: sessions.progress(),
      captures: captures.list(),
      preferences: preferences.get(),
      notices: notices.list(),
    }),
    'preferences.set': async (changes) => {
      const inForce = await preferences.set(changes);
      if (changes.captureBudget !== undefined) await captures.keepBudget();
      return inForce;
    },

    ...certificateHandlers,

    'devices.save': (draft) => sessions.saveDevice(draft),
    'devices.duplicate': ({ deviceId }) => sessions.duplicateDevice(deviceId),
    'devices.remove': async ({ deviceId }) => {
      await sessions.removeDevice(deviceId);
      await messages.forgetDevice(deviceId);
      await autoReplies.forgetDevice(deviceId);
      return {};
    },
    'devices.parameters': async ({ deviceId }) => {
      const device = devices.get(deviceId);
      const local = device.target.kind === 'local' ? await platform.endpoints() : null;
      return parametersToShow(device, endpointOf(device.target, local), thisMoment());
    },
    'devices.compare': async ({ deviceId, ...given }) => compareDevice(devices, deviceId, given),

    'sessions.connect': ({ deviceId }) => sessions.connect(deviceId),
    'sessions.disconnect': async ({ sessionId }) => {
      await sessions.get(sessionId).disconnect();
      return {};
    },
    'sessions.retryNow': async ({ sessionId }) => {
      sessions.get(sessionId).retryNow();
      return {};
    },
    'sessions.close': async ({ sessionId }) => {
      await sessions.end(sessions.get(sessionId));
      return {};
    },
    'sessions.publish': ({ sessionId, message }) => sessions.get(sessionId).publish(message),
    'sessions.reply': async ({ sessionId, replyId }) => ({
      reply: await sessions.get(sessionId).reply(replyId),
    }),
    'sessions.startRepeating': async ({ sessionId, message, ...plan }) =>
      sessions.get(sessionId).startRepeating(message, plan),
    'sessions.stopRepeating': async ({ sessionId, repeatId }) => {
      sessions.get(sessionId).stopRepeating(repeatId);
      return {};
    },
    'sessions.stopAllRepeating': async ({ sessionId }) => {
      sessions.get(sessionId).stopAllRepeating();
      return {};
    },
    'sessions.subscribe': async ({ sessionId, filter, qos }) => ({
      granted: await sessions.get(sessionId).subscribe(filter, qos),
    }),
    'sessions.unsubscribe': async ({ sessionId, filter }) => {
      await sessions.get(sessionId).unsubscribe(filter);
      return {};
    },

    ...createMessageHandlers(rooms),

    'captures.rename': ({ captureId, label }) => captures.change(captureId, { label }),
    'captures.pin': ({ captureId, pinned }) => captures.change(captureId, { pinned }),
    'captures.resume': async ({ captureId }) => {
      const resumed = await captures.resume(captureId);
      notices.recordingResumed(captureId);
      return resumed;
    },
    'captures.export': (input) => exports.start(input),
    'captures.discardExport': async ({ exportId }) => {
      await exports.discard(exportId);
      return {};
    },
    'captures.importBegin': (input) => imports.begin(input),
    'captures.importChunk': (input) => imports.chunk(input),
    'captures.importEnd': (input) => imports.end(input),
    'captures.cancelImport': async ({ importId }) => {
      await imports.cancel(importId);
      return {};
    },
    'captures.delete': async ({ captureId }) => {
      await captures.delete(captureId);
      views.forget(captureId);
      problems.forget(captureId);
      topics.forget(captureId);
      series.forget(captureId);
      return {};
    },

    'captures.bookmarks': ({ captureId }) => bookmarks.list(captureId),
    'captures.bookmark': (input) => bookmarks.set(input),

    'problems.watch': (input) => problems.watch(input),

    'view.open': (input) => views.open(input),
    'view.rows': async (input) => views.rows(input),
    'view.follow': async (input) => {
      views.follow(input);
      return {};
    },
    'view.find': async (input) => views.find(input),
    'view.marks': (input) => views.marks(input),
    'view.topics': (input) => views.topics(input),
    'view.bands': (input) => views.bands(input),
    'view.density': (input) => views.density(input),
    'view.statistics': (input) => views.statistics(input),
    'view.close': async (input) => {
      views.close(input);
      return {};
    },
    ...packetHandlers(captures),
    'topics.counts': (input) => topics.counts(input),
    'topics.values': (input) => topics.values(input),
    'series.find': (input) => series.find(input),
    'series.read': (input) => series.read(input),
    'series.chosen': (input) => series.chosen(input),
    'series.choose': (input) => series.choose(input),

    ...platformHandlers(platform, rooms.emit),
    'platform.try': () => tryLocalPlatform(rooms),
  };
}
