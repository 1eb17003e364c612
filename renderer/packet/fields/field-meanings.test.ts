import { expect, it } from 'vitest';
import type { PacketField } from '../../../shared/contract/packets.ts';
import { outline } from '../../../shared/mqtt/testing/field-tree.ts';
import { withMeanings } from './field-meanings.ts';

const field = (name: string, value: string, meaning = '', children: PacketField[] = []) => ({
  name,
  value,
  meaning,
  start: 0,
  end: 0,
  children,
});
const explainer = {
  aliased: 'a',
  topic: (topic: string) => (topic === 'a' ? 'what a is for' : ''),
  say: (meaning: string) => meaning.toUpperCase(),
};

it('every meaning is said, and topics are explained in front of it, wherever they stand', () => {
  const fields = [
    field('Topic Name', ''),
    field('Subscription', 'a', 'QoS 1', [field('Topic Filter', 'a')]),
    field('Properties', '', '', [field('Response Topic', 'a'), field('Content Type', 'a')]),
    field('Will Topic', 'b'),
    field('Payload', '5 bytes'),
    field('User Name', '5 bytes'),
  ];
  expect(outline(withMeanings(fields, explainer))).toEqual([
    'Topic Name [0, 0) (what a is for)',
    'Subscription [0, 0) a (what a is for · QOS 1)',
    '  Topic Filter [0, 0) a',
    'Properties [0, 0)',
    '  Response Topic [0, 0) a (what a is for)',
    '  Content Type [0, 0) a',
    'Will Topic [0, 0) b',
    'Payload [0, 0) 5 BYTES',
    'User Name [0, 0) 5 bytes',
  ]);
});
