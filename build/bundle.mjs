import { build } from 'vite';
import { bundles } from './bundles.mjs';

try {
  for (const bundle of bundles) await build(bundle);
} catch (error) {
  // The bundler's message names file and line; its stack is the bundler's own.
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
