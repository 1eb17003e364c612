import { randomBytes } from 'node:crypto';
import { open, readFile, rename } from 'node:fs/promises';
import type { z } from 'zod';

/** What reading a JSON file gave. */
export type JsonFileContent<T> =
  | { readonly kind: 'read'; readonly value: T }
  | { readonly kind: 'missing' }
  /** Not JSON, or not of the schema: the bad file was kept under `keptAs`. */
  | { readonly kind: 'unreadable'; readonly keptAs: string; readonly reason: string };

/** Replaces a file so that readers see the old text or the new one, also after a power cut. */
export async function writeJsonFile(path: string, value: unknown): Promise<void> {
  const draft = `${path}.${randomBytes(4).toString('hex')}.new`;
  const handle = await open(draft, 'wx', 0o600);
  try {
    await handle.writeFile(`${JSON.stringify(value, null, 2)}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(draft, path);
}

/**
 * Reads a file against its schema. What cannot be read is moved aside, never overwritten: the user
 * may want to mend it.
 */
export async function readJsonFile<S extends z.ZodType>(
  path: string,
  schema: S,
): Promise<JsonFileContent<z.infer<S>>> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
      return { kind: 'missing' };
    }
    throw error;
  }
  const parsed = parse(text, schema);
  if (parsed.ok) return { kind: 'read', value: parsed.value };
  const keptAs = `${path}.unreadable-${new Date().toISOString().replaceAll(':', '-')}`;
  await rename(path, keptAs);
  return { kind: 'unreadable', keptAs, reason: parsed.reason };
}

function parse<S extends z.ZodType>(
  text: string,
  schema: S,
): { ok: true; value: z.infer<S> } | { ok: false; reason: string } {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    // The parser's message quotes the text, which may hold what is nobody's business.
    return { ok: false, reason: 'not JSON' };
  }
  const result = schema.safeParse(json);
  if (result.success) return { ok: true, value: result.data };
  const issue = result.error.issues[0];
  return {
    ok: false,
    reason: `${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'not as expected'}`,
  };
}
