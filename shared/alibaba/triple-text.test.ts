import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseTriples } from './triple-text.ts';

const lamp = { productKey: 'a1B2c3D4e5F', deviceName: 'lamp-01', deviceSecret: 's3cr3t' };
const fan = { productKey: 'a1B2c3D4e5F', deviceName: 'fan:02', deviceSecret: 'hush' };

describe('parseTriples', () => {
  test.each([
    ['JSON', JSON.stringify(lamp)],
    ['JSON over several lines', JSON.stringify(lamp, null, 2)],
    [
      'JSON with capital keys and others beside them',
      '{"ProductKey":"a1B2c3D4e5F","DeviceName":"lamp-01","DeviceSecret":"s3cr3t","IotId":7}',
    ],
    ['three lines', 'a1B2c3D4e5F\nlamp-01\ns3cr3t'],
    ['three lines with blank ones', '\r\n a1B2c3D4e5F\r\n\r\nlamp-01 \r\ns3cr3t\r\n'],
    ['lines with colons', 'DeviceName: lamp-01\nProductKey: a1B2c3D4e5F\nDeviceSecret: s3cr3t'],
    [
      'lines with equals signs',
      'product_key=a1B2c3D4e5F\ndevice_name=lamp-01\ndevice_secret=s3cr3t',
    ],
    [
      'a piece of code',
      'const device = {\n  productKey: "a1B2c3D4e5F",\n  deviceName: \'lamp-01\',\n  deviceSecret: "s3cr3t",\n  regionId: "cn-shanghai"\n};',
    ],
    ['a CSV of one device', 'ProductKey,DeviceName,DeviceSecret\na1B2c3D4e5F,lamp-01,s3cr3t'],
  ])('reads %s', (_name, text) => {
    expect(parseTriples(text)).toEqual([lamp]);
  });

  test.each([
    ['a JSON list', JSON.stringify([lamp, fan])],
    [
      "the console's CSV with a byte order mark, another order and more columns",
      '\uFEFFDeviceName,DeviceSecret,IotId,ProductKey\r\nlamp-01,s3cr3t,x,a1B2c3D4e5F\r\nfan:02,hush,y,a1B2c3D4e5F\r\n',
    ],
    [
      'cells copied from a spreadsheet',
      'DeviceName\tDeviceSecret\tProductKey\nlamp-01\ts3cr3t\ta1B2c3D4e5F\nfan:02\thush\ta1B2c3D4e5F',
    ],
    [
      'quoted cells',
      '"DeviceName","DeviceSecret","ProductKey"\n"lamp-01","s3cr3t","a1B2c3D4e5F"\n"fan:02","hush","a1B2c3D4e5F"',
    ],
  ])('reads several devices from %s', (_name, text) => {
    expect(parseTriples(text)).toEqual([lamp, fan]);
  });

  test('reads a device name with a colon from three lines', () => {
    expect(parseTriples('a1B2c3D4e5F\nfan:02\nhush')).toEqual([fan]);
  });

  test.each([
    '',
    'a: 1\nb: 2\nc: 3',
    'a1B2c3D4e5F',
    'a1B2c3D4e5F\nlamp-01',
    'one\ntwo\nthree\nfour',
    'this is\nnot a\ntriple',
    '{"productKey":"a","deviceName":"b"}',
    '{"productKey":"a","deviceName":"b","deviceSecret":7}',
    '[]',
    'null',
    'ProductKey,DeviceName,DeviceSecret',
    'ProductKey,DeviceName,DeviceSecret\na,b',
    'ProductKey,DeviceName\na,b',
    `[${JSON.stringify(lamp)}, 3]`,
  ])('answers null for %j', (text) => {
    expect(parseTriples(text)).toBeNull();
  });

  test('never throws, and never answers with an empty field', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        for (const triple of parseTriples(text) ?? [])
          expect(Object.values(triple).every((value) => value !== '')).toBe(true);
      }),
    );
  });

  test('reads back any triple from JSON, CSV and pairs', () => {
    const word = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9_.@-]{0,31}$/);
    const triples = fc.record({ productKey: word, deviceName: word, deviceSecret: word });
    fc.assert(
      fc.property(triples, (triple) => {
        const values = [triple.productKey, triple.deviceName, triple.deviceSecret];
        for (const text of [
          JSON.stringify(triple),
          `productKey,deviceName,deviceSecret\n${values.join(',')}`,
          Object.entries(triple)
            .map(([name, value]) => `${name} = ${value}`)
            .join('\n'),
        ])
          expect(parseTriples(text)).toEqual([triple]);
      }),
    );
  });
});
