import { build } from 'vite';
import { bundles } from './bundles.mjs';

for (const bundle of bundles) await build(bundle);
