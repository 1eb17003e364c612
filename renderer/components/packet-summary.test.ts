import { describe, expect, it } from 'vitest';
import { aRow } from '../stores/view/test-rows.ts';
import { codeText, familyOfRow, isRefusal, markedQos } from './packet-summary.ts';

const connack = (code: number) => aRow(1, { header: 0x20, code });
const suback = (code: number) => aRow(1, { header: 0x90, code });

describe('the summary of a row', () => {
  it('tells a refusal from an acceptance in either version', () => {
    expect(isRefusal(connack(0))).toBe(false);
    expect(isRefusal(connack(4))).toBe(true);
    expect(isRefusal(connack(0x87))).toBe(true);
    expect(isRefusal(suback(1))).toBe(false);
    expect(isRefusal(suback(128))).toBe(true);
    expect(isRefusal(aRow(1))).toBe(false);
  });

  it('gives refusals and broken bytes the family of what went wrong', () => {
    expect(familyOfRow(connack(0))).toBe('connection');
    expect(familyOfRow(connack(5))).toBe('broken');
    expect(familyOfRow(aRow(1, { broken: true }))).toBe('broken');
    expect(familyOfRow(aRow(1))).toBe('publish');
  });

  it('names codes, and numbers those that say no', () => {
    expect(codeText(connack(0))).toBe('Connection accepted');
    expect(codeText(connack(5))).toBe('Connection refused: not authorized (5)');
    expect(codeText(suback(128))).toBe('Failure (128)');
    expect(codeText(aRow(1, { header: 0x40, code: 0x97 }))).toBe('Quota exceeded (151)');
    expect(codeText(connack(77))).toBe('(77)');
    expect(codeText(aRow(1))).toBeNull();
  });

  it('marks QoS 1 and 2 of a PUBLISH only', () => {
    expect(markedQos(aRow(1, { header: 0x30 }))).toBeNull();
    expect(markedQos(aRow(1, { header: 0x32 }))).toBe(1);
    expect(markedQos(aRow(1, { header: 0x3d }))).toBe(2);
    expect(markedQos(aRow(1, { header: 0x82 }))).toBeNull();
  });
});
