import { beforeEach, describe, expect, test } from 'vitest';
import { ServiceBench } from './service.test-support.ts';

let bench: ServiceBench;
beforeEach(() => {
  bench = new ServiceBench();
});

describe('an update', () => {
  const task = {
    module: 'default',
    version: '2.0.0',
    url: 'http://127.0.0.1/fw',
    size: 9,
    sign: 'abc',
    signMethod: 'Md5' as const,
    status: 'waiting' as const,
    step: null,
  };
  const inform = (version: string) =>
    bench.say('/ota/device/inform/a1pk/lamp', { id: '1', params: { version } });

  test('is pushed when the device informs an older version, until it informs the new one', () => {
    bench.record.ota = { ...task };
    expect(inform('1.0.0')).toMatchObject({
      code: '1000',
      message: 'success',
      data: { version: '2.0.0', size: 9, sign: 'abc', md5: 'abc', signMethod: 'Md5' },
    });
    expect(bench.sent[0]?.[0]).toBe('/ota/device/upgrade/a1pk/lamp');
    expect(bench.record.ota?.status).toBe('pushed');
    bench.say('/ota/device/progress/a1pk/lamp', { id: '2', params: { step: '50', desc: 'half' } });
    expect(bench.record.ota).toMatchObject({ status: 'upgrading', step: 50 });
    expect(inform('2.0.0')).toBeUndefined();
    expect(bench.record.ota?.status).toBe('succeeded');
    expect(bench.record.firmware).toEqual({ default: '2.0.0' });
  });

  test('fails with a negative step and is not offered again', () => {
    bench.record.ota = { ...task };
    bench.say('/ota/device/progress/a1pk/lamp', { params: { step: '-2' } });
    expect(bench.record.ota?.status).toBe('failed');
    expect(inform('1.0.0')).toBeUndefined();
  });

  test('can be asked for, and there may be none', () => {
    expect(bench.ask('ota/firmware/get', {})?.data).toEqual({});
    bench.record.ota = { ...task, module: 'MCU' };
    expect(bench.ask('ota/firmware/get', {})?.data).toEqual({});
    expect(bench.ask('ota/firmware/get', { module: 'MCU' })?.data).toMatchObject({ module: 'MCU' });
  });

  test.each(['101', '-5', 'half', undefined])('takes no progress of %s', (step) => {
    bench.record.ota = { ...task };
    bench.say('/ota/device/progress/a1pk/lamp', { params: { step } });
    expect(bench.record.ota?.step).toBeNull();
    expect(bench.notes).toHaveLength(1);
  });
});
