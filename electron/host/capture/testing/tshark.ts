import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);
const OUTPUT_BYTES_MAX = 256 * 1024 * 1024;

/** Wireshark's dissection of a capture: one list of values per frame and field. */
export async function tsharkFields(
  path: string,
  fields: readonly string[],
  filter = '',
): Promise<string[][]> {
  const { stdout } = await run(
    'tshark',
    [
      '-r',
      path,
      ...(filter === '' ? [] : ['-Y', filter]),
      '-T',
      'fields',
      '-E',
      'occurrence=a',
      '-E',
      'aggregator=,',
      ...fields.flatMap((field) => ['-e', field]),
    ],
    { maxBuffer: OUTPUT_BYTES_MAX },
  );
  return stdout
    .split('\n')
    .slice(0, -1)
    .map((line) => line.split('\t'));
}

/** The MQTT layers of every frame as tshark's JSON has them, in order. */
export async function tsharkMqtt(path: string): Promise<Record<string, unknown>[]> {
  const { stdout } = await run(
    'tshark',
    ['-r', path, '-Y', 'mqtt', '-T', 'json', '--no-duplicate-keys'],
    {
      maxBuffer: OUTPUT_BYTES_MAX,
    },
  );
  const frames = JSON.parse(stdout) as { _source: { layers: { mqtt: unknown } } }[];
  return frames.flatMap(({ _source }) => _source.layers.mqtt) as Record<string, unknown>[];
}
