import { readFileSync } from 'node:fs';

/** Functions by which the page's `ipcRenderer` and the main process reach each other. */
export const INVOKE_BINDING = '__standInInvoke';
export const OPEN_BINDING = '__standInOpen';
export const DELIVER_FUNCTION = '__standInDeliver';

/**
 * The preload with the `electron` that a sandboxed preload gets, as a script for the page: it runs
 * in the main frame only and can require nothing else, as on Electron. A refused window.open is
 * null there, where Chromium would show the page a window that is about to go.
 */
export function preloadScript(preload: string): string {
  return `(() => {
    if (window !== window.top) return;
    const receivers = new Map();
    const ofChannel = (channel) => {
      if (!receivers.has(channel)) receivers.set(channel, new Set());
      return receivers.get(channel);
    };
    window.${DELIVER_FUNCTION} = ([channel, ...args]) => {
      for (const receive of ofChannel(channel)) receive({}, ...args);
    };
    window.open = (url = 'about:blank') => {
      window.${OPEN_BINDING}(new URL(url, location.href).href);
      return null;
    };
    const electron = {
      contextBridge: {
        exposeInMainWorld: (name, api) =>
          Object.defineProperty(window, name, { value: Object.freeze({ ...api }) }),
      },
      ipcRenderer: {
        invoke: (channel, ...args) => window.${INVOKE_BINDING}(channel, ...args),
        on: (channel, receive) => ofChannel(channel).add(receive),
      },
    };
    const require = (name) => {
      if (name === 'electron') return electron;
      throw new Error('module not found: ' + name);
    };
    const module = { exports: {} };
    ((require, module, exports) => {
${readFileSync(preload, 'utf8')}
    })(require, module, module.exports);
  })();`;
}
