import { join, resolve } from 'node:path';
import react from '@vitejs/plugin-react';

/**
 * Plain Vite and not electron-vite: that one knows three bundles for one runtime, and web mode is a
 * fourth that has to run on Node 20 and in any browser, without Electron's targets.
 */
const root = resolve(import.meta.dirname, '..');

/**
 * A bundle for Node or Electron. Its entries keep the depth below the project that their sources
 * have, so that paths relative to them hold.
 *
 * @param {Record<string, string>} entries output names and sources
 * @param {string} outDir
 * @param {{ target: string, format?: 'es' | 'cjs', selfContained?: boolean }} options
 * @returns {import('vite').InlineConfig}
 */
function nodeBundle(entries, outDir, { target, format = 'es', selfContained = false }) {
  return {
    root,
    configFile: false,
    envDir: false,
    publicDir: false,
    logLevel: 'warn',
    // External unless self-contained: npm's packages stay in node_modules, `electron` always does.
    ssr: { external: ['electron'], ...(selfContained && { noExternal: true }) },
    build: {
      ssr: true,
      outDir: join(root, 'out', outDir),
      emptyOutDir: false,
      target,
      minify: false,
      rolldownOptions: {
        input: Object.fromEntries(
          Object.entries(entries).map(([name, source]) => [name, join(root, source)]),
        ),
        output: {
          format,
          entryFileNames: format === 'cjs' ? '[name].cjs' : '[name].js',
          chunkFileNames: 'chunks/[name].js',
        },
      },
    },
  };
}

/** @type {import('vite').InlineConfig} */
export const rendererBundle = {
  root: join(root, 'renderer'),
  configFile: false,
  envDir: false,
  // Relative, because the desktop serves the page at a scheme of its own.
  base: './',
  logLevel: 'warn',
  plugins: [react()],
  build: {
    outDir: join(root, 'out/renderer'),
    emptyOutDir: true,
    // The page's CSP takes no fonts from data: addresses.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: Number.POSITIVE_INFINITY,
  },
};

/** Everything that `npm start` and `npm run platform` run. */
export const bundles = [
  nodeBundle({ main: 'electron/desktop/main.ts' }, 'desktop', { target: 'node22' }),
  // A sandboxed preload can require nothing but `electron`.
  nodeBundle({ preload: 'electron/desktop/preload.ts' }, 'desktop', {
    target: 'node22',
    format: 'cjs',
    selfContained: true,
  }),
  nodeBundle({ main: 'electron/web/main.ts', options: 'electron/web/options.ts' }, 'web', {
    target: 'node20',
  }),
  nodeBundle({ cli: 'electron/host/platform/cli.ts' }, 'platform', { target: 'node20' }),
  rendererBundle,
];
