import type { ProtocolLevel } from '../packet-types.ts';

/** Valid packets of every type with their protocol level, as `packetOf` reads them. */
export const samplePackets: readonly (readonly [ProtocolLevel, string])[] = [
  [3, "10 12 00 06 'MQIsdp' 03 02 00 3c 00 04 'id01'"],
  [
    4,
    "10 24 00 04 'MQTT' 04 ce 00 0a 00 02 'id' 00 03 'a/b' 00 03 'bye' 00 05 'dn&pk' 00 03 'key'",
  ],
  [4, "10 20 00 04 'MQTT' 04 02 00 3c 00 14 'id|securemode=3,x=y|'"],
  [4, '20 02 01 00'],
  [4, "3b 09 00 03 'a/b' 00 0a 'hi'"],
  [4, "30 0b 00 06 e6 b8 a9 e5 ba a6 'abc'"],
  [4, '40 02 00 0a'],
  [4, '50 02 00 0a'],
  [4, '62 02 00 0a'],
  [4, '70 02 00 0a'],
  [4, "82 0e 00 0a 00 03 'a/b' 01 00 03 'c/d' 02"],
  [4, '90 06 00 0a 00 01 02 80'],
  [4, "a2 0c 00 0a 00 03 'a/b' 00 03 'c/d'"],
  [4, 'b0 02 00 0a'],
  [4, 'c0 00'],
  [4, 'd0 00'],
  [4, 'e0 00'],
  [
    5,
    "10 27 00 04 'MQTT' 05 ce 00 3c 05 11 00 00 00 ff 00 02 'id' 02 01 01 00 03 'a/b' 00 03 'bye' 00 01 'u' 00 01 'p'",
  ],
  [5, "20 17 00 00 14 21 00 0a 24 01 13 00 3c 1f 00 02 'ok' 26 00 01 'a' 00 01 'b'"],
  [5, "30 14 00 03 'a/b' 0c 01 01 23 00 07 08 00 01 'r' 0b ff 01 'hi'"],
  [5, "40 0b 00 0a 10 07 1f 00 04 'none'"],
  [5, "82 0b 00 0a 02 0b 05 00 03 'a/#' 1d"],
  [5, '90 05 00 0a 00 01 87'],
  [5, 'b0 05 00 0a 00 00 11'],
  [5, 'e0 01 8e'],
  [5, "f0 0c 18 0a 15 00 02 'me' 16 00 02 'pw'"],
];
