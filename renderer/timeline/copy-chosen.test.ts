import { beforeEach, describe, expect, it } from 'vitest';
import type { PacketRow } from '../../shared/contract/packets.ts';
import { aRow, rowsFrom } from '../stores/view/test-rows.ts';
import { COPIED_BYTES_MAX, copyChosen } from './copy-chosen.ts';
import type { PacketCopies } from './packet-copies.ts';

const connack = aRow(1, { header: 0x20, topic: null });
const subscribe = aRow(2, { header: 0x82, topic: 'a/#' });
const message = aRow(3);

describe('packets that were chosen together', () => {
  let copied: (readonly [string, readonly number[]])[];
  let isCopied: boolean;
  const copies: PacketCopies = {
    all: ['topic', 'payload', 'json', 'hex', 'command'],
    of: ({ header, topic }: PacketRow) => {
      if (header === 0x30) return ['topic', 'payload', 'json', 'hex', 'command'];
      return topic === null ? ['json', 'hex'] : ['topic', 'json', 'hex'];
    },
    copy: async (rows, what) => {
      copied.push([what, rows.map(({ row }) => row)]);
      return isCopied;
    },
  };

  beforeEach(() => {
    copied = [];
    isCopied = true;
  });

  it('are copied in one go', async () => {
    const outcome = await copyChosen(copies, [connack, subscribe, message], 'json');
    expect(outcome).toMatchObject({ came: 'copied', copied: 3, leftOut: 0 });
    expect(copied).toEqual([['json', [1, 2, 3]]]);
  });

  it('are left out, and counted, where they do not have what is copied', async () => {
    const rows = [connack, subscribe, message];
    expect(await copyChosen(copies, rows, 'command')).toEqual({
      came: 'copied',
      copied: 1,
      leftOut: 2,
      without: 'message',
    });
    expect(await copyChosen(copies, rows, 'topic')).toMatchObject({ leftOut: 1, without: 'topic' });
    expect(copied).toEqual([
      ['command', [3]],
      ['topic', [2, 3]],
    ]);
  });

  it('are not copied where none has it, or where it fails', async () => {
    expect(await copyChosen(copies, [connack, subscribe], 'payload')).toEqual({
      came: 'nothing',
      without: 'message',
    });
    expect(copied).toEqual([]);
    isCopied = false;
    expect(await copyChosen(copies, [message], 'payload')).toBe(false);
  });

  it('are not copied where those that would be are too large together', async () => {
    const large = rowsFrom(0, 2).map((row) => ({ ...row, size: COPIED_BYTES_MAX / 2 }));
    expect(await copyChosen(copies, [...large, connack], 'payload')).toMatchObject({ copied: 2 });
    expect(await copyChosen(copies, [...large, connack], 'hex')).toEqual({ came: 'tooLarge' });
    expect(copied).toHaveLength(1);
  });
});
