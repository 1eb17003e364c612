import { beforeEach, describe, expect, it, vi } from 'vitest';
import { IMPORT_CHUNK_BYTES_MAX } from '../../shared/contract/transfers.ts';

const fake = vi.hoisted(() => ({
  asked: [] as { name: string; input: Record<string, unknown> }[],
  answer: async (_name: string): Promise<unknown> => ({}),
  progress: (_payload: { importId: string; done: number; total: number }) => {},
}));

vi.mock('../bridge.ts', () => ({
  ask(name: string, input: Record<string, unknown>) {
    fake.asked.push({ name, input });
    return fake.answer(name);
  },
  door: {
    subscribe: (_name: string, listener: typeof fake.progress) => {
      fake.progress = listener;
      return () => {
        fake.progress = () => {};
      };
    },
  },
}));
vi.mock('./base64-of.ts', () => ({ base64Of: async (piece: Blob) => `${piece.size} bytes` }));

const { importFile } = await import('./import-file.ts');

const SIZE = IMPORT_CHUNK_BYTES_MAX * 2 + 5;
const file = new File([new Uint8Array(SIZE)], 'theirs.pcap');
const names = () => fake.asked.map(({ name }) => name.replace('captures.', ''));

function run(stop = new AbortController()) {
  const steps: string[] = [];
  const result = importFile({
    file,
    ports: [1883],
    signal: stop.signal,
    onStep: ({ phase, done, total }) => steps.push(`${phase} ${done} of ${total}`),
  });
  return { steps, result };
}

beforeEach(() => {
  fake.asked = [];
  fake.answer = async (name) => (name === 'captures.importBegin' ? { importId: 'i' } : { name });
});

describe('a file that is imported', () => {
  it('goes to the host in pieces, in order, and its capture comes back', async () => {
    const { steps, result } = run();
    expect(await result).toEqual({ name: 'captures.importEnd' });
    expect(fake.asked.map(({ input }) => input)).toEqual([
      { name: 'theirs.pcap', size: SIZE },
      { importId: 'i', data: `${IMPORT_CHUNK_BYTES_MAX} bytes` },
      { importId: 'i', data: `${IMPORT_CHUNK_BYTES_MAX} bytes` },
      { importId: 'i', data: '5 bytes' },
      { importId: 'i', ports: [1883] },
    ]);
    expect(steps).toEqual([
      `sending 0 of ${SIZE}`,
      `sending ${IMPORT_CHUNK_BYTES_MAX} of ${SIZE}`,
      `sending ${IMPORT_CHUNK_BYTES_MAX * 2} of ${SIZE}`,
      `reading 0 of ${SIZE}`,
    ]);
  });

  it('tells how far the host has read it, and of no other import', async () => {
    const begun = fake.answer;
    fake.answer = async (name) => {
      if (name === 'captures.importEnd') {
        fake.progress({ importId: 'other', done: 1, total: 2 });
        fake.progress({ importId: 'i', done: 7, total: 9 });
      }
      return begun(name);
    };
    const { steps, result } = run();
    await result;
    expect(steps.slice(-1)).toEqual(['reading 7 of 9']);
  });

  it('is forgotten by the host when a piece is refused', async () => {
    const begun = fake.answer;
    fake.answer = async (name) => {
      if (name === 'captures.importChunk') throw new Error('storage-failed');
      return begun(name);
    };
    await expect(run().result).rejects.toThrow('storage-failed');
    expect(names()).toEqual(['importBegin', 'importChunk', 'cancelImport']);
  });

  it('is sent no further when it is cancelled', async () => {
    const stop = new AbortController();
    const begun = fake.answer;
    fake.answer = async (name) => {
      if (name === 'captures.importChunk') stop.abort();
      return begun(name);
    };
    await expect(run(stop).result).rejects.toThrow('aborted');
    expect(names()).toEqual(['importBegin', 'importChunk', 'cancelImport']);
  });

  it('is read no further when it is cancelled', async () => {
    const stop = new AbortController();
    const begun = fake.answer;
    let refuse = (_error: Error) => {};
    fake.answer = (name) => {
      if (name === 'captures.cancelImport') refuse(new Error('not-found'));
      if (name !== 'captures.importEnd') return begun(name);
      queueMicrotask(() => stop.abort());
      return new Promise((_resolve, reject) => {
        refuse = reject;
      });
    };
    await expect(run(stop).result).rejects.toThrow('not-found');
    expect(names().slice(0, 6)).toEqual([
      'importBegin',
      ...Array.from({ length: 3 }, () => 'importChunk'),
      'importEnd',
      'cancelImport',
    ]);
  });
});
