import type { AutoRepliesStore } from './auto-replies-store.ts';
import type { Bookmarks } from './capture/bookmarks.ts';
import type { CaptureLibrary } from './capture/capture-library.ts';
import type { Exports } from './capture/export/exports.ts';
import type { Imports } from './capture/import/imports.ts';
import type { Problems } from './capture/problems.ts';
import type { Series } from './capture/series/series.ts';
import type { Topics } from './capture/topics/topics.ts';
import type { Views } from './capture/views.ts';
import type { DeviceStore } from './devices/device-store.ts';
import type { EventListener } from './event-listener.ts';
import type { HostOptions } from './host-options.ts';
import type { LocalPlatform } from './local-platform/local-platform.ts';
import type { MessagesStore } from './messages-store.ts';
import type { Notices } from './notices.ts';
import type { PreferencesStore } from './preferences-store.ts';
import type { Sessions } from './sessions/sessions.ts';
import type { ThingModelsStore } from './thing-models-store.ts';

/** The rooms that the commands reach into. */
export interface Rooms {
  readonly devices: DeviceStore;
  readonly preferences: PreferencesStore;
  readonly messages: MessagesStore;
  readonly autoReplies: AutoRepliesStore;
  readonly thingModels: ThingModelsStore;
  readonly platform: LocalPlatform;
  readonly captures: CaptureLibrary;
  readonly bookmarks: Bookmarks;
  readonly exports: Exports;
  readonly imports: Imports;
  readonly views: Views;
  readonly problems: Problems;
  readonly topics: Topics;
  readonly series: Series;
  readonly sessions: Sessions;
  readonly notices: Notices;
  readonly options: HostOptions;
  readonly emit: EventListener;
}
