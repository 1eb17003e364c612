import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { buildApp } from './app.mjs';
import { installDebianPackages } from './debian-packages.mjs';
import { electronExecutable } from './electron-runtime.mjs';
import { prepare } from './prepare.mjs';
import { projectPath, runNode, say } from './project.mjs';

/**
 * @typedef {{ passed: number, failed: number, output: string }} Outcome
 * @typedef {{ name: string, run: () => Promise<Outcome> }} Tier
 * @typedef {{ status: string, assertionResults: readonly unknown[] }} VitestFile
 * @typedef {{
 *   numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests: number,
 *   testResults: readonly VitestFile[],
 * }} VitestReport
 * @typedef {{ stats: { expected: number, unexpected: number, flaky: number, skipped: number } }} PlaywrightReport
 */

/** A check without a count of its own: one that passes or fails. @param {string[]} args */
async function check(...args) {
  const { code, output } = await runNode(args);
  return code === 0 ? { passed: 1, failed: 0, output } : { passed: 0, failed: 1, output };
}

/**
 * The report that a test runner wrote. A runner that fails without a failed test (an error outside
 * of one, no test at all) counts as one failure, and so does each skipped test: nothing is skipped
 * quietly.
 *
 * @template Report
 * @param {string} path
 * @param {{ code: number, output: string }} run
 * @param {(report: Report) => { passed: number, failed: number, skipped: number }} count
 * @returns {Outcome}
 */
function readReport(path, { code, output }, count) {
  let counts = { passed: 0, failed: 0, skipped: 0 };
  try {
    counts = count(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return { passed: 0, failed: 1, output: `${output}\nNo report of the run was written.` };
  }
  const failed = counts.failed + counts.skipped;
  const skipped = counts.skipped > 0 ? `\n${counts.skipped} skipped, counted as failed` : '';
  const broken = failed === 0 && (code !== 0 || counts.passed === 0);
  return { passed: counts.passed, failed: broken ? 1 : failed, output: output + skipped };
}

/** @param {string} name */
function reportPath(name) {
  const folder = projectPath('out/test-reports');
  mkdirSync(folder, { recursive: true });
  const path = `${folder}/${name}.json`;
  rmSync(path, { force: true });
  return path;
}

/**
 * True for a file that failed before it had a test: in the report, only its file has failed.
 *
 * @param {VitestFile} file
 */
const isUnloadable = ({ status, assertionResults }) =>
  status === 'failed' && assertionResults.length === 0;

/** A project of build/vitest.config.ts. @param {string} project */
async function vitest(project) {
  const report = reportPath(project);
  const run = await runNode([
    projectPath('node_modules/vitest/vitest.mjs'),
    'run',
    '--config=build/vitest.config.ts',
    `--project=${project}`,
    '--reporter=dot',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]);
  return readReport(report, run, (/** @type {VitestReport} */ counts) => ({
    passed: counts.numPassedTests,
    failed: counts.numFailedTests + counts.testResults.filter(isUnloadable).length,
    skipped: counts.numPendingTests + counts.numTodoTests,
  }));
}

/** A project of e2e/playwright.config.ts. @param {string} project */
async function playwright(project) {
  const report = reportPath(`e2e-${project}`);
  const run = await runNode(
    [
      projectPath('node_modules/@playwright/test/cli.js'),
      'test',
      '--config=e2e/playwright.config.ts',
      `--project=${project}`,
      '--reporter=dot,json',
    ],
    { ...process.env, PLAYWRIGHT_JSON_OUTPUT_FILE: report },
  );
  return readReport(report, run, (/** @type {PlaywrightReport} */ { stats }) => ({
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky,
    skipped: stats.skipped,
  }));
}

async function bundle() {
  try {
    await buildApp();
    return { passed: 1, failed: 0, output: '' };
  } catch (error) {
    return { passed: 0, failed: 1, output: String(error) };
  }
}

/** What the desktop's bundles and its specs run on here. */
const runtime = electronExecutable() ? 'Electron' : 'the stand-in for Electron';

/** @type {readonly Tier[]} */
const tiers = [
  { name: 'types', run: () => check(projectPath('node_modules/typescript/bin/tsc'), '-b') },
  { name: 'lint', run: () => check(projectPath('node_modules/@biomejs/biome/bin/biome'), 'check') },
  { name: 'unit', run: () => vitest('unit') },
  { name: 'broker', run: () => vitest('broker') },
  { name: 'build', run: bundle },
  { name: 'e2e through web mode', run: () => playwright('web') },
  { name: `e2e through the desktop's bundles on ${runtime}`, run: () => playwright('desktop') },
];

async function test() {
  await prepare({ installOnly: true });
  installDebianPackages();
  let passed = 0;
  let failed = 0;
  for (const { name, run } of tiers) {
    const start = performance.now();
    const outcome = await run();
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    console.log(`${name}: ${outcome.passed} passed, ${outcome.failed} failed (${seconds} s)`);
    if (outcome.failed > 0) console.log(outcome.output.trimEnd());
    passed += outcome.passed;
    failed += outcome.failed;
  }
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed > 0 ? 1 : 0;
}

await test().catch((error) => {
  say(error instanceof Error ? error.message : String(error));
  process.exit(1);
});
