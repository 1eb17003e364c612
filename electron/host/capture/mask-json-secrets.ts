/** Members of what the platform gives that are secrets (alibaba-iot §1.5, §4). */
const secretNames: ReadonlySet<string> = new Set(['deviceSecret', 'deviceToken']);

/** A string as far as it goes, or any other scalar. */
const TOKEN = /"(?:[^"\\]|\\[\s\S])*"?|[^\s"{}[\],:]+/g;

/** The text of a JSON string, with its escapes resolved; as it is where they are wrong. */
function textOf(token: string): string {
  try {
    return String(JSON.parse(token));
  } catch {
    return token.slice(1, -1);
  }
}

/** Bytes of a token without its quotes: a secret in them is as long as its mask. */
function inside(token: string): { from: number; to: number } {
  if (!token.startsWith('"')) return { from: 0, to: token.length };
  const isClosed = token.length > 1 && token.endsWith('"');
  return { from: 1, to: isClosed ? token.length - 1 : token.length };
}

/**
 * Overwrites the values of secret members in JSON, in place. Text that is not JSON, or is cut off, is
 * masked as far as it can be read: the value that follows such a name.
 */
export function maskJsonSecrets(json: Buffer, mask: number): void {
  // One character for each byte: places in the text are places in the buffer.
  const text = json.toString('latin1');
  let name: string | null = null;
  let end = 0;
  for (const match of text.matchAll(TOKEN)) {
    const [token] = match;
    const isValue = text.slice(end, match.index).includes(':');
    if (isValue && name !== null && secretNames.has(name)) {
      const { from, to } = inside(token);
      json.fill(mask, match.index + from, match.index + to);
    }
    end = match.index + token.length;
    name = token.startsWith('"') ? textOf(token) : token;
  }
}
