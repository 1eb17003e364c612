import { register } from 'node:module';

/** Loaded before the app's main bundle: from here on `electron` is the stand-in. */
const standIn = new URL('./electron.ts', import.meta.url).href;
const hook = `
  export const resolve = (name, context, next) =>
    next(name === 'electron' ? ${JSON.stringify(standIn)} : name, context);
`;
register(`data:text/javascript,${encodeURIComponent(hook)}`);
