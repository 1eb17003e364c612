import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

const sources = '{shared,electron,renderer,build}/**';

export default defineConfig({
  root: resolve(import.meta.dirname, '..'),
  cacheDir: resolve(import.meta.dirname, '../out/.vite'),
  test: {
    // Two cores: more workers than that only wait for each other.
    maxWorkers: 2,
    // For machines that are slow or busy: a test that hangs is found all the same.
    testTimeout: 30_000,
    hookTimeout: 30_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: [`${sources}/*.test.{ts,tsx}`],
          exclude: ['**/*.broker.test.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'broker',
          include: [`${sources}/*.broker.test.ts`],
        },
      },
    ],
  },
});
