import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readCliOptions } from './cli-options.ts';

describe("the standalone platform's command line", () => {
  test('takes any free ports and the demo device by default', () => {
    expect(readCliOptions([])).toEqual({
      ports: { tcp: 0, tls: 0, ws: 0, wss: 0 },
      devicesPath: null,
      dataDir: null,
      help: false,
    });
  });

  test('takes every option, paths made absolute', () => {
    const ports = ['--port', '1883', '--tls-port=8883', '--ws-port', '80', '--wss-port', '443'];
    const rest = ['--devices', 'some/file.json', '--data-dir', 'some/folder', '--help'];
    expect(readCliOptions([...ports, ...rest])).toEqual({
      ports: { tcp: 1883, tls: 8883, ws: 80, wss: 443 },
      devicesPath: resolve('some/file.json'),
      dataDir: resolve('some/folder'),
      help: true,
    });
  });

  test.each([
    [['--colour'], "Unknown option '--colour'; npm run platform -- --help lists the options"],
    [['--tls-port', '65536'], '--tls-port takes a number from 0 to 65535, not "65536"'],
    [['--devices', ''], '--devices takes a file'],
    [['--data-dir', ''], '--data-dir takes a folder'],
  ])('refuses %j', (args, message) => {
    expect(() => readCliOptions(args)).toThrow(new Error(message));
  });
});
