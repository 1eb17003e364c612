import { describe, expect, it } from 'vitest';
import { widthOf } from './fit-text.ts';
import { labelFont, layOutLabel, wordsFont } from './label-layout.ts';

const label = {
  type: 'PUBLISH',
  marks: '101 · QoS 1',
  subject: '/sys/a1B2/lamp-01/thing/event/property/post',
  core: null,
  cut: 'start' as const,
  words: 'Device sends a message',
  severity: null,
};
const problem = { ...label, words: 'no PUBACK came', severity: 'warning' as const };

describe('a label', () => {
  it('has its words at the end where everything fits', () => {
    const { subject, words } = layOutLabel(label, 100, 700, false);
    expect(subject.text).toBe(label.subject);
    expect(words.text).toBe(label.words);
    expect(words).toMatchObject({ x: 800, anchor: 'end' });
    const wordsStart = 800 - widthOf(label.words, wordsFont);
    expect(wordsStart).toBeGreaterThan(subject.x + widthOf(subject.text, labelFont));
  });

  it('cuts the topic before it drops its words', () => {
    for (const one of [label, problem]) {
      const { marks, subject, words } = layOutLabel(one, 100, 450, false);
      expect(marks.text).toBe(label.marks);
      expect(subject.text).toMatch(/^….*property\/post$/);
      expect(words.text).toBe(one.words);
      expect(words.icon).toBeGreaterThan(subject.x + widthOf(subject.text, labelFont));
    }
  });

  it('drops identifier and QoS where nothing would be left of the topic', () => {
    const { marks, subject, words } = layOutLabel(label, 100, 262, false);
    expect(marks.text).toBe('');
    expect(subject.text).toMatch(/^….*\/post$/);
    expect(words.text).toBe(label.words);
  });

  it('keeps the number of a code that says no, and cuts the words then', () => {
    const refused = { ...problem, subject: 'Failure (128)', core: '128', cut: 'end' as const };
    expect(layOutLabel(refused, 100, 450, false).subject.text).toBe('Failure (128)');
    const { subject, words } = layOutLabel(refused, 100, 190, false);
    expect(subject.text).toBe('128');
    expect(words.text).toMatch(/^no PU.*…$/);
    expect(words.icon).toBeGreaterThan(subject.x + widthOf(subject.text, labelFont));
  });

  it('begins its words behind the icon, however wide they turn out', () => {
    for (const words of ['no PUBACK came', '未收到 PUBACK']) {
      const laidOut = layOutLabel({ ...problem, words }, 100, 450, false).words;
      expect(laidOut.anchor).toBe('start');
      expect(laidOut.x).toBe(laidOut.icon + 15);
    }
  });

  it('cuts what is no topic at its end', () => {
    const client = { ...label, subject: 'a1B2c3D4e5F.lamp-01|securemode=2|', cut: 'end' as const };
    expect(layOutLabel(client, 100, 300, false).subject.text).toMatch(/^a1B2.*…$/);
  });

  it('has its words below where they have a line of their own', () => {
    expect(layOutLabel(label, 100, 450, true).words).toMatchObject({
      x: 100,
      anchor: 'start',
      text: label.words,
    });
    expect(layOutLabel(problem, 100, 450, true).words.x).toBeGreaterThan(100);
  });
});
