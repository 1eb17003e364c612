import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import {
  type CustomTopicProblem,
  customTopicProblem,
} from '../../../shared/alibaba/custom-topic.ts';
import { deviceNameSchema, productKeySchema } from '../../../shared/contract/devices.ts';
import type { PlatformDevice } from './connect-check.ts';

/**
 * The device of a standalone platform that was given none. Its secret is no secret: it opens nothing
 * but this platform, which listens on loopback alone and holds nobody's data, and a script needs to
 * know it beforehand.
 */
export const demoDevice: PlatformDevice = {
  productKey: 'a1demo',
  deviceName: 'demo-device',
  deviceSecret: 'the-demo-device-of-the-local-platform',
};

const entrySchema = z
  .strictObject({
    productKey: productKeySchema,
    deviceName: deviceNameSchema,
    deviceSecret: z.string().min(1).max(256),
    topics: z
      .array(z.strictObject({ topic: z.string(), permission: z.enum(['pub', 'sub', 'pubsub']) }))
      .default([]),
  })
  .check(({ value: { topics, ...owner }, issues }) => {
    for (const [index, { topic, permission }] of topics.entries()) {
      const problem = customTopicProblem(topic, permission, owner);
      if (problem === null) continue;
      const message =
        problem === 'not-own'
          ? `must begin with /${owner.productKey}/${owner.deviceName}/ and go on`
          : mistakes[problem];
      issues.push({ code: 'custom', message, path: ['topics', index, 'topic'], input: topic });
    }
  });

const mistakes: Readonly<Record<Exclude<CustomTopicProblem, 'not-own'>, string>> = {
  'not-a-topic': 'not a topic',
  wildcard: 'with a wildcard has the permission "sub"',
  'too-long': 'has more than 128 bytes',
  'too-deep': 'has more than 7 slashes',
};

/** `2 (a1pk/lamp)`: its number from 1 and, as far as it has them, its names. */
function entryName(entry: unknown, index: number): string {
  const names = z.looseObject({ productKey: z.string(), deviceName: z.string() }).safeParse(entry);
  return names.success
    ? `${index + 1} (${names.data.productKey}/${names.data.deviceName})`
    : String(index + 1);
}

/**
 * Reads the devices of a platform from JSON: `[{"productKey", "deviceName", "deviceSecret",
 * "topics": [{"topic", "permission": "pub" | "sub" | "pubsub"}]}]`, topics optional and with
 * `${productKey}` and `${deviceName}` filled in.
 *
 * @throws Error with one line that names the entry and what is wrong with it, but no secret
 */
export function parseDevices(text: string): readonly PlatformDevice[] {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    // The parser's message quotes the text, which holds secrets.
    throw new Error('not JSON');
  }
  if (!Array.isArray(content)) throw new Error('not a list of devices');
  if (content.length === 0) throw new Error('a list without devices');
  const seen = new Set<string>();
  return content.map((entry: unknown, index) => {
    const parsed = entrySchema.safeParse(entry);
    const name = `entry ${entryName(entry, index)}`;
    if (!parsed.success) {
      const [issue] = parsed.error.issues;
      const path = issue?.path.map((key) => (typeof key === 'number' ? key + 1 : key)).join(' ');
      throw new Error(`${name}: ${path ? `${path}: ` : ''}${issue?.message}`);
    }
    const { topics, ...triple } = parsed.data;
    const key = `${triple.productKey}/${triple.deviceName}`;
    if (seen.has(key)) throw new Error(`${name} was there before`);
    seen.add(key);
    return {
      ...triple,
      topics: topics.map(({ topic, permission }) => ({ pattern: topic, permission })),
    };
  });
}

/** Reads such a file; its path is in front of what `parseDevices` says. */
export async function readDevices(path: string): Promise<readonly PlatformDevice[]> {
  try {
    return parseDevices(await readFile(path, 'utf8'));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`${path}: ${reason}`, { cause: error });
  }
}
