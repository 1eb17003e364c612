import type { Result } from '../../shared/contract/result.ts';
import type { Host } from '../host/host.ts';
import { EVENT_CHANNEL, INVOKE_CHANNEL } from './channels.ts';
import { isPageUrl } from './page-protocol.ts';

interface Frame {
  readonly url: string;
}

/** What the door needs of a window's `WebContents`. */
export interface DoorContents {
  readonly mainFrame: Frame;
  isDestroyed(): boolean;
  send(channel: string, ...args: unknown[]): void;
}

/** What the door needs of an `IpcMainInvokeEvent`; `senderFrame` is null once the frame is gone. */
export interface DoorCall {
  readonly sender: unknown;
  readonly senderFrame: Frame | null;
}

/** What the door needs of `ipcMain`. */
export interface DoorIpc {
  handle(
    channel: string,
    listener: (call: DoorCall, name: unknown, input: unknown) => Promise<Result<unknown>>,
  ): void;
}

const foreign: Result<never> = {
  ok: false,
  error: { code: 'door-closed', message: 'the door answers its own page only' },
};

/**
 * Opens the host to the main frame of one window while our own page is in it, and to nobody else.
 * The input goes to the host as it came: the host holds it against the contract. Events go to that
 * window only; those that happen after its end are dropped, as a page asks for a snapshot first.
 */
export function openIpcDoor(ipc: DoorIpc, contents: DoorContents, host: Host): void {
  ipc.handle(INVOKE_CHANNEL, async ({ sender, senderFrame }, name, input) => {
    const own =
      sender === contents &&
      !contents.isDestroyed() &&
      senderFrame === contents.mainFrame &&
      isPageUrl(senderFrame.url);
    return own ? host.invoke(name, input) : foreign;
  });
  host.subscribe((name, payload) => {
    if (!contents.isDestroyed()) contents.send(EVENT_CHANNEL, name, payload);
  });
}
