import { describe, expect, it } from 'vitest';
import { decodeSource, rulesOf } from '../testing/decode-source.ts';
import { fieldAt, outline } from '../testing/field-tree.ts';

describe('the decoder, on CONNECT', () => {
  // The example of MQTT 3.1.1 §3.1.2.11 with a payload.
  const connect =
    "10 24 00 04 'MQTT' 04 ce 00 0a 00 02 'id' 00 03 'a/b' 00 03 'bye' 00 05 'dn&pk' 00 03 'key'";

  it('finds every field with its bytes and masks the password', () => {
    const decoded = decodeSource(connect);
    expect(decoded.findings).toEqual([]);
    expect(decoded.payload).toBeNull();
    expect(outline(decoded.fields)).toEqual([
      'Fixed header [0, 2) CONNECT',
      '  Control Packet Type and flags [0, 1) 0x10 (CONNECT)',
      '    Control Packet Type [0, 1) 1 (CONNECT)',
      '    Reserved flags [0, 1) 0000',
      '  Remaining Length [1, 2) 36 (36 bytes)',
      'Protocol Name [2, 8) MQTT',
      '  Length [2, 4) 4',
      'Protocol Level [8, 9) 4 (MQTT 3.1.1)',
      'Connect Flags [9, 10) 0xce (User Name, Password, Will, Clean Session)',
      '  User Name Flag [9, 10) 1 (follows)',
      '  Password Flag [9, 10) 1 (follows)',
      '  Will Retain [9, 10) 0',
      '  Will QoS [9, 10) 1 (at least once)',
      '  Will Flag [9, 10) 1 (a Will Message is left with the broker)',
      '  Clean Session [9, 10) 1 (a new session)',
      '  Reserved [9, 10) 0',
      'Keep Alive [10, 12) 10 (10 seconds)',
      'Client Identifier [12, 16) id',
      '  Length [12, 14) 2',
      'Will Topic [16, 21) a/b',
      '  Length [16, 18) 3',
      'Will Message [21, 26) bye (UTF-8 text, 3 bytes)',
      '  Length [21, 23) 3',
      'User Name [26, 33) dn&pk',
      '  Length [26, 28) 5',
      'Password [33, 38) masked, 3 bytes',
      '  Length [33, 35) 3',
    ]);
  });

  it('takes the version from the packet, not from the connection', () => {
    const decoded = decodeSource("10 0f 00 04 'MQTT' 05 02 00 3c 00 00 02 'id'", { level: 3 });
    expect(fieldAt(decoded.fields, 'Protocol Version').meaning).toBe('MQTT 5.0');
    expect(fieldAt(decoded.fields, 'Connect Flags', 'Clean Start').value).toBe('1');
    expect(decoded.findings).toEqual([]);
  });

  it('reads MQTT 3.1, whose user name and password may be missing', () => {
    const decoded = decodeSource("10 10 00 06 'MQIsdp' 03 c2 00 3c 00 02 'id'");
    expect(fieldAt(decoded.fields, 'Protocol Level').meaning).toBe('MQTT 3.1');
    expect(decoded.findings).toEqual([]);
  });

  it('knows the bridge bit of mosquitto', () => {
    const decoded = decodeSource("10 0e 00 04 'MQTT' 84 02 00 3c 00 02 'id'");
    expect(fieldAt(decoded.fields, 'Protocol Level').meaning).toBe('MQTT 3.1.1, bridge');
    expect(decoded.findings).toEqual([]);
  });

  it('never shows the password, even where lengths before it are wrong', () => {
    const wrong = [
      connect.replace("00 02 'id'", "00 ff 'id'"),
      connect.replace("00 03 'a/b'", "00 ff 'a/b'"),
      connect.replace("00 05 'dn&pk'", "00 0b 'dn&pk'"),
      connect.replace(' 04 ce', ' 04 0e'),
      connect.replace(' 04 ce', ' 04 8e'),
      connect.replace("00 03 'key'", "00 09 'key'"),
      connect.replace('10 24', '10 21'),
    ];
    for (const source of wrong) {
      const decoded = decodeSource(source);
      expect(rulesOf(decoded)).not.toEqual([]);
      const shown = JSON.stringify(decoded);
      expect(shown).not.toContain('key');
      expect(shown).not.toContain('6b 65 79');
    }
  });

  it.each([
    ["10 0e 00 04 'MQTX' 04 02 00 3c 00 02 'id'", 'mqtt-protocol-name'],
    ["10 0e 00 04 'MQTT' 06 02 00 3c 00 02 'id'", 'mqtt-protocol-level'],
    ["10 0e 00 04 'MQTT' 04 03 00 3c 00 02 'id'", 'mqtt-connect-reserved-flag'],
    ["10 0e 00 04 'MQTT' 04 12 00 3c 00 02 'id'", 'mqtt-will-qos-without-will'],
    ["10 0e 00 04 'MQTT' 04 22 00 3c 00 02 'id'", 'mqtt-will-retain-without-will'],
    ["10 12 00 04 'MQTT' 04 42 00 3c 00 02 'id' 00 02 'pw'", 'mqtt-password-without-user-name'],
    ["10 0c 00 04 'MQTT' 04 00 00 3c 00 00", 'mqtt-client-id-empty'],
    ["10 14 00 04 'MQTT' 04 1e 00 3c 00 02 'id' 00 01 'a' 00 01 'b'", 'mqtt-will-qos'],
    ["10 14 00 04 'MQTT' 04 06 00 3c 00 02 'id' 00 01 '#' 00 01 'b'", 'mqtt-wildcard-in-topic'],
    ["11 0e 00 04 'MQTT' 04 02 00 3c 00 02 'id'", 'mqtt-reserved-flags'],
  ])('reports %s as %s and decodes on', (source, rule) => {
    const decoded = decodeSource(source);
    expect(rulesOf(decoded)).toEqual([rule]);
    expect(fieldAt(decoded.fields, 'Client Identifier').end).toBeGreaterThan(0);
  });

  it('hints at a client identifier that is longer than MQTT 3.1 allows', () => {
    const decoded = decodeSource(`10 26 00 06 'MQIsdp' 03 02 00 3c 00 18 '${'x'.repeat(24)}'`);
    expect(decoded.findings).toEqual([
      {
        severity: 'hint',
        rule: 'mqtt-client-id-length',
        values: { length: 24 },
        source: 'MQTT 3.1 §3.1',
      },
    ]);
  });
});
