import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';

const root = resolve(import.meta.dirname, '..');
const biome = createRequire(import.meta.url).resolve('@biomejs/biome/bin/biome');

/** One import per file: where it stands and what it says. */
const refused: readonly (readonly [file: string, code: string])[] = [
  ['shared/mqtt/a.ts', "import type {} from 'node:fs';"],
  ['shared/mqtt/b.ts', "import 'mqtt';"],
  ['shared/mqtt/c.ts', "import type { App } from 'electron';"],
  ['shared/mqtt/d.ts', "import '../../electron/host/host.ts';"],
  ['shared/mqtt/e.ts', "export * from '../../renderer/bridge.ts';"],
  ['shared/mqtt/f.ts', "export type Fs = typeof import('node:fs');"],
  ['shared/mqtt/g.test.ts', "import '../../electron/host/host.ts';"],
  ['shared/mqtt/testing/h.ts', "import '../../../electron/host/host.ts';"],
  ['electron/host/a.ts', "import type { App } from 'electron';"],
  ['electron/host/devices/b.ts', "import '../../../renderer/bridge.ts';"],
  ['electron/host/c.ts', "import '../desktop/main.ts';"],
  ['electron/host/d.ts', "import '../web/server.ts';"],
  ['electron/host/e.ts', "export type App = import('electron').App;"],
  ['electron/host/f.test.ts', "import { app } from 'electron';"],
  ['electron/host/testing/h.ts', "import { app } from 'electron';"],
  ['electron/host/g.ts', "export const app = await import('electron');"],
  ['electron/desktop/a.ts', "import '../web/server.ts';"],
  ['electron/desktop/b.ts', "import '../../renderer/bridge.ts';"],
  ['electron/web/a.ts', "import '../desktop/main.ts';"],
  ['electron/web/b.ts', "import 'electron';"],
  ['renderer/a.ts', "import type { App } from 'electron';"],
  ['renderer/devices/b.tsx', "import type { App } from 'electron';"],
  ['renderer/devices/c.tsx', "import 'node:fs/promises';"],
  ['renderer/devices/d.tsx', "import 'mqtt';"],
  ['renderer/stores/e.ts', "import 'aedes';"],
  ['renderer/app/f.ts', "import 'ws';"],
  ['renderer/app/g.ts', "import type { Host } from '../../electron/host/host.ts';"],
  ['renderer/devices/h.tsx', "import '../timeline/timeline.tsx';"],
  ['renderer/devices/form/i.tsx', "import '../../timeline/timeline.tsx';"],
  ['renderer/devices/j.tsx', "import '../app/app.tsx';"],
  ['renderer/components/k.tsx', "import '../stores/app-store.ts';"],
  ['renderer/components/hex/l.tsx', "import '../../stores/app-store.ts';"],
  ['renderer/components/m.tsx', "import '../bridge.ts';"],
  ['renderer/components/n.tsx', "import '../devices/devices.tsx';"],
  ['renderer/devices/o.test.tsx', "import 'electron';"],
  ['build/a.ts', "import 'electron';"],
  ['e2e/a.ts', "import '../renderer/bridge.ts';"],
];

const allowed: readonly (readonly [file: string, code: string])[] = [
  ['shared/mqtt/z.ts', "import 'zod'; import './y.ts'; import '../contract/devices.ts';"],
  ['shared/mqtt/y.test.ts', "import 'vitest'; import 'node:fs';"],
  ['shared/mqtt/testing/x.ts', "import 'fast-check'; import 'node:fs';"],
  ['electron/host/z.ts', "import 'node:fs/promises'; import 'mqtt'; import 'aedes';"],
  ['electron/host/devices/y.ts', "import '../vault.ts'; import '../../../shared/mqtt/a.ts';"],
  ['electron/desktop/z.ts', "import 'electron'; import '../host/host.ts'; import 'node:path';"],
  ['electron/web/z.ts', "import 'ws'; import '../host/host.ts'; import '../../shared/a.ts';"],
  ['renderer/app/z.tsx', "import '../devices/devices.tsx'; import '../stores/app-store.ts';"],
  ['renderer/devices/z.tsx', "import 'react'; import '@mantine/core'; import './y.tsx';"],
  ['renderer/devices/y.tsx', "import '../stores/a.ts'; import '../bridge.ts';"],
  ['renderer/devices/x.tsx', "import '../components/a.tsx'; import '../../shared/a.ts';"],
  ['renderer/devices/form/w.tsx', "import '../x.tsx'; import '../../stores/a.ts';"],
  ['renderer/components/z.tsx', "import './y.tsx'; import '../i18n/a.ts';"],
  ['build/z.ts', "import '../electron/host/host.ts'; import 'vite';"],
  ['e2e/z.ts', "import '../electron/host/host.ts'; import 'electron';"],
];

const report = z.object({
  diagnostics: z.array(
    z.object({ category: z.string(), location: z.object({ path: z.string() }).nullable() }),
  ),
});
const walls = ['lint/style/noRestrictedImports', 'plugin'];

let copy = '';
let refusals: ReadonlySet<string> = new Set();

/** The linter is run once, over a copy of its settings and all the snippets. */
beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'tricorder-walls-'));
  cpSync(join(root, 'build/no-import-types.grit'), join(copy, 'build/no-import-types.grit'));
  const settings: unknown = JSON.parse(readFileSync(join(root, '.biome.json'), 'utf8'));
  writeFileSync(
    join(copy, '.biome.json'),
    JSON.stringify({ ...Object(settings), $schema: undefined, vcs: { enabled: false } }),
  );
  for (const [file, code] of [...refused, ...allowed]) {
    mkdirSync(dirname(join(copy, file)), { recursive: true });
    writeFileSync(join(copy, file), `${code}\n`);
  }
  const run = spawnSync(
    process.execPath,
    [biome, 'lint', '--reporter=json', '--max-diagnostics=1000', '.'],
    { cwd: copy, encoding: 'utf8' },
  );
  refusals = new Set(
    report
      .parse(JSON.parse(run.stdout))
      .diagnostics.filter(({ category }) => walls.includes(category))
      .map(({ location }) => location?.path ?? ''),
  );
});

afterAll(() => rmSync(copy, { recursive: true, force: true }));

test.each(refused)('%s may not say %s', (file) => {
  expect([...refusals]).toContain(file);
});

test.each(allowed)('%s may say %s', (file) => {
  expect([...refusals]).not.toContain(file);
});
