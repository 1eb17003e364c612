/** A device's identity with its secret, as people paste it. */
export interface Triple {
  readonly productKey: string;
  readonly deviceName: string;
  readonly deviceSecret: string;
}

type Field = keyof Triple;

const fields: Readonly<Record<string, Field>> = {
  productkey: 'productKey',
  devicename: 'deviceName',
  devicesecret: 'deviceSecret',
};

/** `ProductKey`, `product_key`, `"Product Key"`: the field that a name means, if any. */
function fieldOf(name: string): Field | undefined {
  return fields[name.toLowerCase().replace(/[\s_"'-]/g, '')];
}

function toTriple(entries: Iterable<readonly [string, unknown]>): Triple | null {
  const found: Partial<Record<Field, string>> = {};
  for (const [name, value] of entries) {
    const field = fieldOf(name);
    if (field !== undefined && typeof value === 'string') found[field] = value.trim();
  }
  const { productKey, deviceName, deviceSecret } = found;
  return productKey && deviceName && deviceSecret ? { productKey, deviceName, deviceSecret } : null;
}

/** All or nothing: one unreadable entry makes the whole text another thing than a list of triples. */
function allOrNull(triples: readonly (Triple | null)[]): Triple[] | null {
  const whole = triples.filter((triple) => triple !== null);
  return whole.length > 0 && whole.length === triples.length ? whole : null;
}

function fromJson(text: string): Triple[] | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  const list: unknown[] = Array.isArray(value) ? value : [value];
  return allOrNull(
    list.map((item) =>
      typeof item === 'object' && item !== null ? toTriple(Object.entries(item)) : null,
    ),
  );
}

const unquote = (text: string): string => text.trim().replace(/^(["'])(.*)\1$/, '$2');

/** Triples hold no separators, so a cell needs no more than its quotes taken off. */
function fromTable(lines: readonly string[]): Triple[] | null {
  const [header = '', ...rows] = lines;
  const separator = header.includes('\t') ? '\t' : header.includes(';') ? ';' : ',';
  const names = header.split(separator).map(unquote);
  const known = new Set(names.map(fieldOf).filter((field) => field !== undefined));
  if (known.size < 3) return null;
  return allOrNull(
    rows.map((row) => {
      const cells = row.split(separator).map(unquote);
      return toTriple(names.map((name, index) => [name, cells[index]] as const));
    }),
  );
}

/** `key: value` or `key=value` lines, with or without quotes and a comma behind, as in code. */
function fromPairs(lines: readonly string[]): Triple[] | null {
  const pairs = lines.flatMap((line) => {
    const match = /^\W*([A-Za-z_ ]+?)["']?\s*[:=]\s*(.*?)[,;]?$/.exec(line);
    return match?.[1] !== undefined ? [[match[1], unquote(match[2] ?? '')] as const] : [];
  });
  return allOrNull([toTriple(pairs)]);
}

/** Three lines: product key, device name, device secret, in the characters each may have. */
function fromThreeLines(lines: readonly string[]): Triple[] | null {
  const match = /^([A-Za-z0-9]+)\n([\w\-@.:]+)\n(\w+)$/.exec(lines.join('\n'));
  const [, productKey, deviceName, deviceSecret] = match ?? [];
  return productKey && deviceName && deviceSecret
    ? [{ productKey, deviceName, deviceSecret }]
    : null;
}

/**
 * Reads device triples from what people paste: JSON (one object or a list), the console's batch CSV
 * with its header row in any order, `key: value` or `key=value` lines, or three bare lines in the
 * order product key, device name, device secret. Null when the text is none of these.
 */
export function parseTriples(text: string): Triple[] | null {
  const clean = text.replace(/^\uFEFF/, '').trim();
  const lines = clean
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return fromJson(clean) ?? fromTable(lines) ?? fromPairs(lines) ?? fromThreeLines(lines);
}
