const INDENT = '  ';

/**
 * Lays JSON out over lines without reading its values: numbers beyond 2^53, repeated keys and
 * escapes stay as they were on the wire, which parsing and printing would change.
 *
 * @param text JSON that parses
 */
export function formatJson(text: string): string {
  const tokens = text.match(/"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/g) ?? [];
  const parts: string[] = [];
  let depth = 0;
  const line = () => parts.push('\n', INDENT.repeat(depth));
  tokens.forEach((token, at) => {
    const opens = token === '{' || token === '[';
    const closes = token === '}' || token === ']';
    const before = tokens[at - 1];
    if (closes) {
      depth -= 1;
      if (before !== '{' && before !== '[') line();
    } else if (before === '{' || before === '[' || before === ',') line();
    parts.push(token === ':' ? ': ' : token);
    if (opens) depth += 1;
  });
  return parts.join('');
}
