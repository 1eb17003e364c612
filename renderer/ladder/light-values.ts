/**
 * The custom properties of the first rule of a style sheet: in `tokens.css` those of the light theme,
 * which a picture has whatever the screen shows.
 */
export function declarationsIn(css: string): Map<string, string> {
  const [rule = ''] = /\{[^}]*\}/.exec(css) ?? [];
  const found = [...rule.matchAll(/(--[\w-]+):\s*([^;]+);/g)];
  return new Map(found.map(([, name = '', value = '']) => [name, value.trim()]));
}

/** A text with its variables replaced, also those that they name; one that is not known stays. */
export function withValues(text: string, values: ReadonlyMap<string, string>): string {
  return text.replaceAll(/var\((--[\w-]+)\)/g, (whole, name: string) => {
    const found = values.get(name);
    return found === undefined ? whole : withValues(found, values);
  });
}
