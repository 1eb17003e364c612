import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { importFile, session } from '../testing/import-file.ts';
import { indexRows, recordSession } from '../testing/record-session.ts';
import { tsharkFields } from '../testing/tshark.ts';

let folder = '';
let ours = '';
let rows: object[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tricorder-editcap-'));
  ours = join(folder, 'ours.pcapng');
  const steps = session.map(({ sent, bytes }) => ({ sent, chunk: bytes }));
  const { log, file } = await recordSession(ours, [steps, steps]);
  rows = indexRows(log);
  await file.close();
});
afterAll(() => rmSync(folder, { recursive: true }));

test.each(['pcap', 'nsecpcap', 'pcapng'])(
  'a capture that Wireshark saved as %s is read with its times',
  async (format) => {
    const saved = join(folder, `saved.${format}`);
    execFileSync('editcap', ['-F', format, ours, saved]);
    const { capture, report } = await importFile(folder, readFileSync(saved));
    expect(indexRows(capture.log)).toEqual(rows);
    expect(report).toMatchObject({ gaps: 0, skippedBytes: 0, cut: 0 });
  },
);

test('what was imported opens in tshark without complaint', async () => {
  const { capture } = await importFile(folder, readFileSync(ours));
  const path = join(capture.folder, 'packets.pcapng');
  const types = (await tsharkFields(path, ['mqtt.msgtype'], 'mqtt')).flatMap(([list = '']) =>
    list.split(','),
  );
  expect(types).toHaveLength(rows.length);
  expect(await tsharkFields(path, ['frame.number'], '_ws.malformed || tcp.analysis.flags')).toEqual(
    [],
  );
});
