import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

const sources = '{shared,electron,renderer,build}/**';

export default defineConfig({
  root: resolve(import.meta.dirname, '..'),
  cacheDir: resolve(import.meta.dirname, '../out/.vite'),
  test: {
    // Two cores: more workers than that only wait for each other.
    maxWorkers: 2,
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
          testTimeout: 20_000,
          hookTimeout: 20_000,
        },
      },
    ],
  },
});
