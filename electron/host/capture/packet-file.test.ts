import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { PacketFile, WAITING_BYTES_MAX } from './packet-file.ts';
import { diskWithRoom } from './testing/disk-with-room.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tricorder-file-'));
});
afterEach(() => rmSync(folder, { recursive: true }));
const path = () => join(folder, 'packets.pcapng');

function append(file: PacketFile, bytes: Buffer): void {
  const { buffer, at } = file.reserve(bytes.length);
  bytes.copy(buffer, at);
}
const numbered = (length: number) => Buffer.from(Array.from({ length }, (_, at) => at % 251));

test('what was appended is read back before and after it reaches the file', async () => {
  const file = await PacketFile.create(path());
  const bytes = numbered(700_000);
  for (let at = 0; at < bytes.length; at += 1000) append(file, bytes.subarray(at, at + 1000));
  expect((await file.readAt(0, bytes.length)).equals(bytes)).toBe(true);
  expect(await file.readAt(699_999, 10)).toEqual(bytes.subarray(699_999));
  await file.flush();
  append(file, Buffer.from('tail'));
  expect(await file.readAt(699_998, 100)).toEqual(
    Buffer.concat([bytes.subarray(699_998), Buffer.from('tail')]),
  );
  await file.close();
  expect(readFileSync(path()).equals(Buffer.concat([bytes, Buffer.from('tail')]))).toBe(true);
});

test('bytes on their way to a slow disk are read from memory', async () => {
  let release = () => {};
  const held = new Promise<void>((done) => {
    release = done;
  });
  const file = await PacketFile.create(path(), async (handle, pieces, position) => {
    await held;
    return (await handle.writev(pieces, position)).bytesWritten;
  });
  append(file, Buffer.from('one'));
  const flushed = file.flush();
  append(file, Buffer.from('two'));
  expect((await file.readAt(0, 6)).toString()).toBe('onetwo');
  expect(file.written).toBe(0);
  release();
  await flushed;
  expect(file.written).toBe(3);
  expect((await file.readAt(1, 4)).toString()).toBe('netw');
  await file.close();
});

test('a single write longer than the buffer is kept whole', async () => {
  const file = await PacketFile.create(path());
  const bytes = numbered(400_000);
  append(file, Buffer.from('x'));
  append(file, bytes);
  append(file, Buffer.from('y'));
  await file.close();
  expect(readFileSync(path()).subarray(1, -1).equals(bytes)).toBe(true);
});

test('a full disk stops the file, loses no byte, and resuming writes what is missing', async () => {
  const { disk, write } = diskWithRoom(10, 3);
  const file = await PacketFile.create(path(), write);
  const failures: string[] = [];
  file.onFailure = ({ message }) => failures.push(message);
  append(file, Buffer.from('0123456789abcdef'));
  await file.flush();
  expect(failures).toEqual(['ENOSPC: no space left on device']);
  expect(file).toMatchObject({ accepts: false, written: 10, size: 16 });
  expect((await file.readAt(8, 8)).toString()).toBe('89abcdef');

  append(file, Buffer.from('ghi'));
  await file.resume();
  expect(file.failure?.message).toContain('ENOSPC');

  disk.room = 100;
  await file.resume();
  expect(file).toMatchObject({ failure: null, accepts: true, written: 19 });
  await file.close();
  expect(readFileSync(path(), 'utf8')).toBe('0123456789abcdefghi');
});

test('a disk that falls behind is given no more than the limit', async () => {
  let release = () => {};
  const held = new Promise<void>((done) => {
    release = done;
  });
  const file = await PacketFile.create(path(), async (_handle, bytes) => {
    await held;
    return bytes.length;
  });
  const piece = Buffer.alloc(1024 * 1024);
  let appended = 0;
  while (file.accepts) {
    append(file, piece);
    appended += piece.length;
  }
  expect(appended).toBe(WAITING_BYTES_MAX);
  release();
  await file.flush();
  expect(file.accepts).toBe(true);
  await file.close();
});

test('a file that exists is never overwritten', async () => {
  await (await PacketFile.create(path())).close();
  await expect(PacketFile.create(path())).rejects.toThrow('EEXIST');
});
