import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readOptions } from './options.ts';

describe('the command line', () => {
  it('opens a browser at port 8520 and leaves mode and folder to the machine by default', () => {
    expect(readOptions([])).toEqual({
      mode: null,
      port: 8520,
      dataDir: null,
      open: true,
      help: false,
    });
  });

  it('takes every option, the folder made absolute', () => {
    const args = ['--web', '--port', '0', '--data-dir', 'some/folder', '--no-open', '--help'];
    expect(readOptions(args)).toEqual({
      mode: 'web',
      port: 0,
      dataDir: resolve('some/folder'),
      open: false,
      help: true,
    });
    expect(readOptions(['--desktop', '--port=65535'])).toMatchObject({
      mode: 'desktop',
      port: 65_535,
    });
  });

  it.each([
    [['--colour'], "Unknown option '--colour'"],
    [['extra'], "Unexpected argument 'extra'"],
    [['--port'], '--port'],
    [['--port', '--web'], '--port'],
    [['--port', 'eighty'], 'from 0 to 65535, not "eighty"'],
    [['--port', '65536'], 'from 0 to 65535, not "65536"'],
    [['--port', ''], 'from 0 to 65535, not ""'],
    [['--port', '1e3'], 'from 0 to 65535, not "1e3"'],
    [['--data-dir', ''], '--data-dir takes a folder'],
    [['--web', '--desktop'], '--web and --desktop exclude each other'],
  ])('refuses %j in one line that names what is wrong', (args, message) => {
    let refusal = '';
    try {
      readOptions(args);
    } catch (error) {
      refusal = error instanceof Error ? error.message : '';
    }
    expect(refusal).toContain(message);
    expect(refusal).not.toContain('\n');
  });
});
