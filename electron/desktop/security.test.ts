import { EventEmitter } from 'node:events';
import type { App, Session } from 'electron';
import { expect, test, vi } from 'vitest';
import { guardAllContents, guardSession } from './security.ts';

/** Contents that were just made in an app under guard. */
function guardedContents() {
  const app = new EventEmitter();
  guardAllContents(app as unknown as App);
  const opener = vi.fn();
  const contents = Object.assign(new EventEmitter(), { setWindowOpenHandler: opener });
  app.emit('web-contents-created', {}, contents);
  return { contents, opener };
}

function refuses(event: string, url: string): boolean {
  const preventDefault = vi.fn();
  guardedContents().contents.emit(event, { url, preventDefault });
  return preventDefault.mock.calls.length > 0;
}

test.each([
  'https://example.com/',
  'file:///etc/passwd',
  'app://elsewhere/',
  'app://tricorder.example/',
  'data:text/html,x',
])('no frame may navigate to %s', (url) => {
  expect(refuses('will-frame-navigate', url)).toBe(true);
  expect(refuses('will-redirect', url)).toBe(true);
});

test('the page may load itself again', () => {
  expect(refuses('will-frame-navigate', 'app://tricorder/')).toBe(false);
});

test('no webview is attached and no window opened', () => {
  expect(refuses('will-attach-webview', '')).toBe(true);
  const handler = guardedContents().opener.mock.calls[0]?.[0];
  expect(handler({ url: 'https://example.com/' })).toEqual({ action: 'deny' });
});

/** What a session under guard answers to a frame that asks for a permission, both ways of asking. */
function answers(permission: string, requestingUrl: string, isMainFrame = true) {
  const session = {
    setPermissionRequestHandler: vi.fn(),
    setPermissionCheckHandler: vi.fn(),
    setDevicePermissionHandler: vi.fn(),
  };
  guardSession(session as unknown as Session);
  const details = { isMainFrame, requestingUrl };
  const callback = vi.fn();
  session.setPermissionRequestHandler.mock.calls[0]?.[0]({}, permission, callback, details);
  const check = session.setPermissionCheckHandler.mock.calls[0]?.[0];
  return {
    request: callback.mock.calls,
    check: check({}, permission, requestingUrl, details),
    device: session.setDevicePermissionHandler.mock.calls[0]?.[0]({}),
  };
}

test('our own page may write text to the clipboard', () => {
  const { request, check } = answers('clipboard-sanitized-write', 'app://tricorder/');
  expect({ request, check }).toEqual({ request: [[true]], check: true });
});

test.each([
  ['media', 'app://tricorder/', true],
  ['clipboard-read', 'app://tricorder/', true],
  ['clipboard-sanitized-write', 'app://tricorder/', false],
  ['clipboard-sanitized-write', 'https://example.com/', true],
  ['clipboard-sanitized-write', 'app://tricorder.example/', true],
] as const)('%s is refused to %s (main frame: %s), and so is every device', (what, url, isMain) => {
  expect(answers(what, url, isMain)).toEqual({ request: [[false]], check: false, device: false });
});
