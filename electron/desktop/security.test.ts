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

test('every permission and device is refused', () => {
  const session = {
    setPermissionRequestHandler: vi.fn(),
    setPermissionCheckHandler: vi.fn(),
    setDevicePermissionHandler: vi.fn(),
  };
  guardSession(session as unknown as Session);
  const answer = vi.fn();
  session.setPermissionRequestHandler.mock.calls[0]?.[0]({}, 'media', answer, {});
  expect(answer.mock.calls).toEqual([[false]]);
  expect(session.setPermissionCheckHandler.mock.calls[0]?.[0]({}, 'media', '', {})).toBe(false);
  expect(session.setDevicePermissionHandler.mock.calls[0]?.[0]({})).toBe(false);
});
