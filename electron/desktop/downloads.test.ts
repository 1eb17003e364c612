import { EventEmitter } from 'node:events';
import type { Session } from 'electron';
import { expect, test, vi } from 'vitest';
import { guardDownloads } from './downloads.ts';

function download(url: string, type = 'text/html', name = 'lamp.csv') {
  const session = new EventEmitter();
  guardDownloads(session as unknown as Session);
  const preventDefault = vi.fn();
  const setSaveDialogOptions = vi.fn();
  const item = {
    getURL: () => url,
    getFilename: () => name,
    getMimeType: () => type,
    setSaveDialogOptions,
  };
  session.emit('will-download', { preventDefault }, item);
  return {
    refused: preventDefault.mock.calls.length > 0,
    dialogs: setSaveDialogOptions.mock.calls,
  };
}

test('an export is saved where the dialog says, under its name', () => {
  expect(download('app://tricorder/exports/3f-a')).toEqual({
    refused: false,
    dialogs: [[{ title: 'lamp.csv', filters: [{ name: 'csv', extensions: ['csv'] }] }]],
  });
});

test.each([
  ['image/svg+xml', 'svg'],
  ['image/png', 'png'],
])('a picture that the page drew is saved where the dialog says: %s', (type, extension) => {
  const name = `lamp ladder.${extension}`;
  expect(download('blob:app://tricorder/3f-a', type, name)).toEqual({
    refused: false,
    dialogs: [[{ title: name, filters: [{ name: extension, extensions: [extension] }] }]],
  });
  expect(download('blob:https://example.com/3f-a', type, name).refused).toBe(true);
});

test.each([
  'https://example.com/exports/3f-a',
  'app://elsewhere/exports/3f-a',
  'app://tricorder/index.html',
  'blob:app://tricorder/3f-a',
  'data:text/plain,x',
])('%s is not downloaded', (url) => {
  expect(download(url)).toEqual({ refused: true, dialogs: [] });
});
