import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

type Colour = readonly [number, number, number];

const css = readFileSync(resolve(import.meta.dirname, 'tokens.css'), 'utf8');

/** The tokens of a block, by name; `var()` to another token is followed. */
function tokensOf(selector: string): ReadonlyMap<string, string> {
  const block = css
    .split(`${selector} {`)
    .slice(1)
    .map((rest) => rest.split('}')[0] ?? '');
  const declared = block.join('\n').matchAll(/--([\w-]+):\s*([^;]+);/g);
  return new Map([...declared].map(([, name = '', value = '']) => [name, value.trim()]));
}

const light = tokensOf('\n:root');
const themes = {
  light,
  dark: new Map([...light, ...tokensOf(':root[data-mantine-color-scheme="dark"]')]),
};

function colourOf(theme: ReadonlyMap<string, string>, name: string): Colour {
  const value = theme.get(name) ?? '';
  const other = /^var\(--([\w-]+)\)$/.exec(value)?.[1];
  if (other !== undefined) return colourOf(theme, other);
  const digits = /^#([0-9a-f]{6})$/.exec(value)?.[1];
  if (digits === undefined) throw new Error(`--${name} is no colour: ${value}`);
  const part = (at: number) => Number.parseInt(digits.slice(at, at + 2), 16);
  return [part(0), part(2), part(4)];
}

/** WCAG 2.2, relative luminance. */
function luminance(colour: Colour): number {
  const [red = 0, green = 0, blue = 0] = colour.map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: Colour, other: Colour): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

const mixed = (over: Colour, under: Colour, share: number): Colour => [
  over[0] * share + under[0] * (1 - share),
  over[1] * share + under[1] * (1 - share),
  over[2] * share + under[2] * (1 - share),
];

const AA = 4.5;
const families = ['connection', 'publish', 'acknowledgement', 'subscription', 'ping', 'broken'];

describe.each(Object.entries(themes))('the %s theme', (_name, theme) => {
  const colour = (name: string) => colourOf(theme, name);

  it.each(families)('tells the family %s on its tint, and on a row that is marked', (family) => {
    const text = colour(`family-${family}`);
    const surface = colour('surface');
    expect(contrast(text, surface)).toBeGreaterThanOrEqual(AA);
    expect(contrast(text, mixed(text, surface, 0.12))).toBeGreaterThanOrEqual(AA);
  });

  it('can be read on every surface, dimmed or not', () => {
    for (const surface of ['surface', 'surface-raised', 'surface-hover']) {
      for (const text of ['text', 'text-dimmed', 'severity-error', 'severity-warning'])
        expect(
          contrast(colour(text), colour(surface)),
          `${text} on ${surface}`,
        ).toBeGreaterThanOrEqual(AA);
    }
    for (const text of ['text', 'severity-error', 'severity-warning'])
      expect(contrast(colour(text), colour('surface-selected')), text).toBeGreaterThanOrEqual(AA);
  });
});
