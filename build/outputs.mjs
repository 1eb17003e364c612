/** What is there after a build, relative to the project. */
export const outputs = [
  'out/desktop/main.js',
  'out/desktop/preload.cjs',
  'out/web/main.js',
  'out/web/options.js',
  'out/platform/cli.js',
  'out/renderer/index.html',
];
