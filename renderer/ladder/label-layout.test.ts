import { describe, expect, it } from 'vitest';
import { widthOf } from './fit-text.ts';
import { labelFont, layOutLabel, wordsFont } from './label-layout.ts';

const label = {
  type: 'PUBLISH',
  marks: '101 · QoS 1',
  subject: '/sys/a1B2/lamp-01/thing/event/property/post',
  core: null,
  gist: 'property/post',
  cut: 'start' as const,
  words: 'Device sends a message',
  severity: null,
};
const problem = { ...label, words: 'no PUBACK came', severity: 'warning' as const };

describe('a label', () => {
  it('has its words at the end where everything fits, with an icon or without', () => {
    for (const one of [label, problem]) {
      const { subject, words } = layOutLabel(one, 100, 700, false);
      expect(subject.text).toBe(label.subject);
      expect(words.text).toBe(one.words);
      expect(words.x + widthOf(one.words, wordsFont)).toBeCloseTo(800);
      expect(words.icon).toBeGreaterThan(subject.x + widthOf(subject.text, labelFont));
    }
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

  it('drops words about no problem, then identifier and QoS, before the last levels of its topic', () => {
    const narrow = layOutLabel(label, 100, 262, false);
    expect(narrow.marks.text).toBe(label.marks);
    expect(narrow.subject.text).toMatch(/^….*property\/post$/);
    expect(narrow.words.text).toBe('');
    const narrower = layOutLabel(label, 100, 200, false);
    expect(narrower.marks.text).toBe('');
    expect(narrower.subject.text).toMatch(/^….*property\/post$/);
    const narrowest = layOutLabel(label, 100, 120, false);
    expect(narrowest.subject.text).toMatch(/^….*post$/);
  });

  it('drops words about no problem before it cuts what a code means', () => {
    const accepted = {
      ...label,
      type: 'CONNACK',
      marks: '',
      subject: 'Connection accepted',
      gist: 'Connection accepted',
      cut: 'end' as const,
      words: 'Device is let in',
    };
    expect(layOutLabel(accepted, 100, 350, false).words.text).toBe(accepted.words);
    const { subject, words } = layOutLabel(accepted, 100, 233, false);
    expect([subject.text, words.text]).toEqual(['Connection accepted', '']);
  });

  it('keeps words about a problem: identifier, QoS and topic give way to them', () => {
    const { marks, subject, words } = layOutLabel(problem, 100, 250, false);
    expect(marks.text).toBe('');
    expect(subject.text).toMatch(/^….*\/post$/);
    expect(words.text).toBe(problem.words);
    const narrow = layOutLabel(problem, 100, 200, false);
    expect(narrow.subject.text).toBe('');
    expect(narrow.words.text).toBe(problem.words);
  });

  it('keeps the number of a code that says no, and cuts the words then', () => {
    const refused = { ...problem, subject: 'Failure (128)', core: '128', cut: 'end' as const };
    expect(layOutLabel(refused, 100, 450, false).subject.text).toBe('Failure (128)');
    const { subject, words } = layOutLabel(refused, 100, 190, false);
    expect(subject.text).toBe('128');
    expect(words.text).toMatch(/^no PU.*…$/);
    expect(words.icon).toBeGreaterThan(subject.x + widthOf(subject.text, labelFont));
  });

  it('cuts what is no topic at its end', () => {
    const client = { ...label, subject: 'a1B2c3D4e5F.lamp-01|securemode=2|', cut: 'end' as const };
    expect(layOutLabel(client, 100, 300, false).subject.text).toMatch(/^a1B2.*…$/);
  });

  it('has its words below where they have a line of their own', () => {
    expect(layOutLabel(label, 100, 450, true).words).toMatchObject({
      x: 100,
      text: label.words,
    });
    expect(layOutLabel(problem, 100, 450, true).words.x).toBeGreaterThan(100);
  });
});
