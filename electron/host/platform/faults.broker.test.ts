import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Bench, connectPacket, publishPacket, startBench } from './bench.test-support.ts';
import { fan } from './test-support.ts';

let bench: Bench;
let faulty: boolean;
beforeEach(async () => {
  faulty = false;
  bench = await startBench();
  bench.platform.onDevice(() => {
    if (faulty) throw new Error('a fault of our own');
  });
});
afterEach(() => bench.close());

const faults = () => bench.platform.log().filter(({ code }) => code === 9399);

test('a fault in handling a message is a line in the log, and the session goes on', async () => {
  const device = await bench.session();
  faulty = true;
  device.send(publishPacket('/a1pk/lamp/user/update', 1, 'hello'));
  expect(await device.next()).toMatchObject({ cmd: 'puback', messageId: 77 });
  expect(await device.untilPing()).toEqual([]);
  expect(faults()).toMatchObject([
    { deviceName: 'lamp', message: 'internal error: a fault of our own' },
  ]);
});

test('a fault in letting a device in refuses it, and the next one is let in', async () => {
  faulty = true;
  const device = await bench.open();
  device.send(connectPacket());
  expect(await device.next()).toMatchObject({ cmd: 'connack', returnCode: 3 });
  faulty = false;
  await bench.session(fan);
});

test('a device that leaves with a fault does not take the platform with it', async () => {
  const device = await bench.session();
  faulty = true;
  device.destroy();
  await expect.poll(faults).toHaveLength(1);
  faulty = false;
  await bench.session(fan);
});
