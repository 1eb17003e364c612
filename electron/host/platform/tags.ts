import { isObject, success } from './alink.ts';
import type { AlinkMethod } from './service.ts';

/** The most tags of one request, and the form of a key (DOCREPO). */
const TAGS_MAX = 200;
const KEY = /^[A-Za-z_][A-Za-z0-9_]{0,63}$/;

interface Tag {
  readonly key: string;
  readonly value: unknown;
}

/** Reads `[{"attrKey":…,"attrValue":…}]`; a code for anything else. */
function readTags(params: unknown): readonly Tag[] | number {
  if (params === undefined) return 6302;
  if (!Array.isArray(params)) return 6301;
  if (params.length === 0 || params.length > TAGS_MAX) return 460;
  const tags = params.map((item: unknown) => (isObject(item) ? item : {}));
  const wellFormed = tags.every(({ attrKey }) => typeof attrKey === 'string' && KEY.test(attrKey));
  return wellFormed ? tags.map((tag) => ({ key: String(tag.attrKey), value: tag.attrValue })) : 460;
}

/** `thing.deviceinfo.update` */
export const updateTags: AlinkMethod = (params, { record }) => {
  const tags = readTags(params);
  if (typeof tags === 'number') return { code: tags };
  if (tags.some(({ value }) => typeof value !== 'string' || value === '')) return { code: 460 };
  for (const { key, value } of tags) record.tags[key] = String(value);
  return success;
};

/** `thing.deviceinfo.delete`; a tag that is not there is no error. */
export const deleteTags: AlinkMethod = (params, { record }) => {
  const tags = readTags(params);
  if (typeof tags === 'number') return { code: tags };
  for (const { key } of tags) delete record.tags[key];
  return success;
};

/** `thing.deviceinfo.get`: its params are not documented, and all tags are answered. */
export const getTags: AlinkMethod = (_params, { record }) => ({
  code: 200,
  data: Object.entries(record.tags).map(([attrKey, attrValue]) => ({ attrKey, attrValue })),
});
