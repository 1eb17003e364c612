import { createHash, randomBytes } from 'node:crypto';
import { isObject, paramsProblem } from './alink.ts';
import type { AlinkMethod } from './service.ts';
import type { RemoteConfig } from './state.ts';

/**
 * A remote configuration of the given content. The platform has it fetched from a URL; the local one
 * serves no files, so unless a URL is given the content is in the URL itself (RFC 2397).
 */
export function remoteConfig(content: string, url?: string): RemoteConfig {
  const bytes = Buffer.from(content);
  return {
    configId: randomBytes(8).toString('hex'),
    configSize: bytes.length,
    sign: createHash('sha256').update(bytes).digest('hex'),
    url: url ?? `data:application/json;base64,${bytes.toString('base64')}`,
  };
}

/** What a device is told of a configuration, in a reply as in a push. */
export function configMessage(config: RemoteConfig) {
  return { ...config, signMethod: 'Sha256', getType: 'file' } as const;
}

/** `thing.config.get`: `{"configScope":"product","getType":"file"}`, the only values there are. */
export const getConfig: AlinkMethod = (params, { product }) => {
  const problem = paramsProblem(params);
  if (problem !== null) return problem;
  const known = isObject(params) && params.configScope === 'product' && params.getType === 'file';
  if (!known) return { code: 460 };
  return product.config === null
    ? { code: 6710 }
    : { code: 200, data: configMessage(product.config) };
};

/** What a device is told about uploading its log. */
export function logConfigMessage(mode: 0 | 1) {
  return { getType: 'content', content: { mode } } as const;
}

/** `thing.config.log.get`: `{"configScope":"device","getType":"content"}` */
export const getLogConfig: AlinkMethod = (params, { record }) => {
  const known = isObject(params) && params.configScope === 'device' && params.getType === 'content';
  return known ? { code: 200, data: logConfigMessage(record.logMode) } : { code: 6717 };
};

/** The most lines of one upload (DOCREPO). */
const LOG_LINES_MAX = 40;

/** `thing.log.post`: the device's own lines go into the platform's log. */
export const postLog: AlinkMethod = (params, { note }) => {
  if (params === undefined) return { code: 6302 };
  if (!Array.isArray(params)) return { code: 6301 };
  if (params.length === 0 || params.length > LOG_LINES_MAX || !params.every(isObject))
    return { code: 460 };
  for (const { utcTime, logLevel, module, code, logContent } of params)
    note(200, `device log: ${[utcTime, logLevel, module, code, logContent].join(' ')}`);
  return { code: 200 };
};
