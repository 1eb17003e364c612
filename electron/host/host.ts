import { join } from 'node:path';
import { type CommandName, commands, isCommandName } from '../../shared/contract/commands.ts';
import type { Notice } from '../../shared/contract/events.ts';
import { HostError, type Result } from '../../shared/contract/result.ts';
import { AutoRepliesStore } from './auto-replies-store.ts';
import { Bookmarks } from './capture/bookmarks.ts';
import { CaptureLibrary } from './capture/capture-library.ts';
import { type ExportedFile, Exports } from './capture/export/exports.ts';
import { Imports } from './capture/import/imports.ts';
import { Problems } from './capture/problems.ts';
import { Series } from './capture/series/series.ts';
import { Topics } from './capture/topics/topics.ts';
import { Views } from './capture/views.ts';
import { createHandlers } from './commands.ts';
import { DeviceStore } from './devices/device-store.ts';
import type { EventListener } from './event-listener.ts';
import type { Handlers } from './handlers.ts';
import type { HostOptions } from './host-options.ts';
import { LocalPlatform } from './local-platform/local-platform.ts';
import { MessagesStore } from './messages-store.ts';
import { Notices } from './notices.ts';
import { PreferencesStore } from './preferences-store.ts';
import { Sessions } from './sessions/sessions.ts';
import { holdDataFolder } from './storage/data-folder.ts';
import type { UnreadableFile } from './storage/kept-file.ts';
import { ThingModelsStore } from './thing-models-store.ts';

/** The application without a window. */
export interface Host {
  /** Validates against the contract and runs the handler. Never rejects. */
  invoke(name: unknown, input: unknown): Promise<Result<unknown>>;
  /** Calls back for every event; answers with what ends it. */
  subscribe(listener: EventListener): () => void;
  /** The file of a finished export, for the door that hands it to the user; null for any other id. */
  exportFile(exportId: string): ExportedFile | null;
  /** Ends every session, flushes every capture, frees the data folder. */
  close(): Promise<void>;
}

/** Rejects with a HostError (`storage-failed`) when the folder is unwritable or held by another host. */
export async function createHost(options: HostOptions): Promise<Host> {
  const { dataDir, vault, mode } = options;
  const folder = await holdDataFolder(dataDir, `process ${process.pid} (${mode} mode)`);

  const listeners = new Set<EventListener>();
  const emit: EventListener = (name, payload) => {
    for (const listener of listeners) listener(name, payload);
  };

  const devices = new DeviceStore(join(dataDir, 'devices.json'), vault, (list) =>
    emit('devices.changed', { devices: list }),
  );
  const preferences = new PreferencesStore(join(dataDir, 'preferences.json'));
  const messages = new MessagesStore(join(dataDir, 'messages.json'));
  const autoReplies = new AutoRepliesStore(join(dataDir, 'auto-replies.json'));
  const thingModels = new ThingModelsStore(join(dataDir, 'thing-models.json'), (product) =>
    emit('thingModel.changed', product),
  );
  const notices = new Notices((notice) => emit('notice', { notice }));
  const platform = new LocalPlatform({
    dataDir,
    vault,
    emit,
    writeFailed: (reason) => notices.platformStateLost(reason),
  });
  const captures = new CaptureLibrary({
    folder: join(dataDir, 'captures'),
    budgetBytes: () => preferences.get().captureBudget,
    changed: (list) => emit('captures.changed', { captures: list }),
    stopped: (capture) => notices.recordingStopped(capture),
    pruned: (list) => {
      notices.capturesPruned(list);
      for (const { id } of list) {
        views.forget(id);
        problems.forget(id);
        topics.forget(id);
        series.forget(id);
      }
    },
  });
  const bookmarks = new Bookmarks(captures, (list) => emit('bookmarks.changed', list));
  const exports = new Exports({
    folder: join(dataDir, 'exports'),
    captures,
    changed: (info) => emit('export.changed', { export: info }),
  });
  const imports = new Imports({
    folder: join(dataDir, 'imports'),
    captures,
    progress: (progress) => emit('import.progress', progress),
  });
  const views = new Views(captures, (grew) => emit('view.grew', grew));
  const problems = new Problems(
    captures,
    (productKey) => thingModels.get(productKey),
    (list) => emit('problems.changed', list),
  );
  const topics = new Topics(captures);
  const sessions = new Sessions({ devices, captures, platform, autoReplies, preferences, emit });
  const series = new Series(captures);

  const close = async () => {
    await sessions.close();
    views.stop();
    problems.stop();
    series.stop();
    await imports.close();
    await exports.close();
    await captures.close();
    await platform.close();
    await devices.settled();
    await preferences.settled();
    await messages.file.settled();
    await autoReplies.file.settled();
    await thingModels.file.settled();
    await folder.release();
  };

  try {
    await exports.load();
    await imports.load();
    await load({
      devices,
      preferences,
      messages,
      autoReplies,
      thingModels,
      captures,
      platform,
      notices,
    });
    const handlers = createHandlers({
      devices,
      preferences,
      messages,
      autoReplies,
      thingModels,
      platform,
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
      emit,
    });
    return {
      invoke: (name, input) => invoke(handlers, name, input),
      subscribe: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
      exportFile: (exportId) => exports.file(exportId),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

interface Loaded {
  readonly devices: DeviceStore;
  readonly preferences: PreferencesStore;
  readonly messages: MessagesStore;
  readonly autoReplies: AutoRepliesStore;
  readonly thingModels: ThingModelsStore;
  readonly captures: CaptureLibrary;
  readonly platform: LocalPlatform;
  readonly notices: Notices;
}

/** Reads what is on disk; what could not be read becomes a notice. */
async function load(loaded: Loaded): Promise<void> {
  const { devices, preferences, messages, autoReplies, thingModels } = loaded;
  const { captures, platform, notices } = loaded;
  const tell = (
    id: string,
    severity: Notice['severity'],
    code: Notice['code'],
    file: UnreadableFile | null,
  ) => {
    if (file !== null) notices.add({ id, severity, code, values: { ...file } });
  };
  tell('devices-file', 'error', 'devices-file-unreadable', await devices.load());
  tell('preferences-file', 'warning', 'preferences-file-unreadable', await preferences.load());
  tell('messages-file', 'warning', 'messages-file-unreadable', await messages.file.load());
  tell(
    'auto-replies-file',
    'warning',
    'auto-replies-file-unreadable',
    await autoReplies.file.load(),
  );
  tell(
    'thing-models-file',
    'warning',
    'thing-models-file-unreadable',
    await thingModels.file.load(),
  );
  for (const { id, label, cut } of await captures.load()) {
    notices.add({ id, severity: 'warning', code: 'capture-cut', values: { label, bytes: cut } });
  }
  for (const folder of captures.unreadable) {
    notices.add({
      id: folder,
      severity: 'warning',
      code: 'capture-unreadable',
      values: { folder },
    });
  }
  const bad = await platform.load();
  tell('platform-file', 'error', 'platform-file-unreadable', bad.registry);
  tell('platform-state', 'warning', 'platform-state-unreadable', bad.state);
  tell('scenarios-file', 'warning', 'scenarios-file-unreadable', bad.scenarios);
}

async function invoke(handlers: Handlers, name: unknown, input: unknown): Promise<Result<unknown>> {
  if (!isCommandName(name)) return refused('unknown-command', 'there is no such command');
  const parsed = commands[name].input.safeParse(input);
  if (!parsed.success) {
    // Where and what, never the value: it may be a secret.
    const [issue] = parsed.error.issues;
    return refused('invalid-input', `${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`);
  }
  try {
    return { ok: true, value: await handle(handlers, name, parsed.data) };
  } catch (error) {
    if (error instanceof HostError) return refused(error.code, error.message);
    return refused('internal', error instanceof Error ? error.message : String(error));
  }
}

/** The table's keys tie each handler to its schema; TypeScript cannot follow that through a union. */
function handle(handlers: Handlers, name: CommandName, input: unknown): Promise<unknown> {
  const handler = handlers[name] as (input: unknown) => Promise<unknown>;
  return handler(input);
}

function refused(code: HostError['code'], message: string): Result<never> {
  return { ok: false, error: { code, message } };
}
