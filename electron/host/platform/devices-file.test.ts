import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../storage/temporary-folder.test-support.ts';
import { parseDevices, readDevices } from './devices-file.ts';

const triple = { productKey: 'a1pk', deviceName: 'lamp', deviceSecret: 'lamp-secret' };
const parse = (...entries: unknown[]) => parseDevices(JSON.stringify(entries));
const topics = (topic: string, permission: string) => ({
  ...triple,
  topics: [{ topic, permission }],
});

describe('a file of devices', () => {
  test('gives each device its triple and its own topics', () => {
    expect(
      parse(
        {
          ...triple,
          topics: [
            { topic: '/a1pk/lamp/control', permission: 'sub' },
            { topic: `/\${productKey}/\${deviceName}/data/#`, permission: 'sub' },
            { topic: '/a1pk/lamp/both', permission: 'pubsub' },
          ],
        },
        { ...triple, deviceName: 'fan' },
      ),
    ).toEqual([
      {
        ...triple,
        topics: [
          { pattern: '/a1pk/lamp/control', permission: 'sub' },
          { pattern: `/\${productKey}/\${deviceName}/data/#`, permission: 'sub' },
          { pattern: '/a1pk/lamp/both', permission: 'pubsub' },
        ],
      },
      { ...triple, deviceName: 'fan', topics: [] },
    ]);
  });

  test.each<[string, unknown[]]>([
    ['entry 2 (a1pk/fan): deviceSecret', [triple, { productKey: 'a1pk', deviceName: 'fan' }]],
    ['entry 1: productKey', [{ deviceName: 'lamp', deviceSecret: 'lamp-secret' }]],
    ['entry 1 (a/b/lamp): productKey', [{ ...triple, productKey: 'a/b' }]],
    ['entry 1 (a1pk/): deviceName', [{ ...triple, deviceName: '' }]],
    ['entry 1 (a1pk/lamp): deviceSecret', [{ ...triple, deviceSecret: '' }]],
    ['entry 2 (a1pk/lamp) was there before', [triple, triple]],
    ['entry 1: ', ['lamp']],
    ['entry 1 (a1pk/lamp): Unrecognized key: "topic"', [{ ...triple, topic: [] }]],
    ['entry 1 (a1pk/lamp): topics 1 permission', [topics('/a1pk/lamp/x', 'all')]],
    ['topics 1 topic: must begin with /a1pk/lamp/', [topics('/a1pk/fan/x', 'sub')]],
    ['topics 1 topic: must begin with /a1pk/lamp/', [topics('/a1pk/+/x', 'sub')]],
    ['topics 1 topic: must begin with /a1pk/lamp/', [topics('/a1pk/lamp/', 'sub')]],
    ['topics 1 topic: not a topic', [topics('/a1pk/lamp/#/x', 'sub')]],
    ['topics 1 topic: with a wildcard', [topics('/a1pk/lamp/x/#', 'pubsub')]],
    ['topics 1 topic: with a wildcard', [topics(`/a1pk/lamp/\${other}`, 'pub')]],
    ['without devices', []],
  ])('is refused in one line with "%s"', (message, entries) => {
    let refusal = '';
    try {
      parse(...entries);
    } catch (error) {
      refusal = error instanceof Error ? error.message : '';
    }
    expect(refusal).toContain(message);
    expect(refusal).not.toMatch(/\n|lamp-secret/);
  });

  test.each([
    ['{}', 'not a list of devices'],
    ['[{"deviceSecret":"lamp-secret"', 'not JSON'],
  ])('is refused when it holds %s', (text, message) => {
    expect(() => parseDevices(text)).toThrow(new Error(message));
  });

  test('that is missing is named by its path', async () => {
    const folder = await temporaryFolder();
    await expect(readDevices(`${folder}/none.json`)).rejects.toThrow(`${folder}/none.json: ENOENT`);
  });
});
