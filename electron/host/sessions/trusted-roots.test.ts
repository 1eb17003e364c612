import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { rootCertificates } from 'node:tls';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../storage/temporary-folder.test-support.ts';
import { findSystemRoots, trustedRoots } from './trusted-roots.ts';

const two = rootCertificates.slice(0, 2);

test('the system is asked where the runtime can', () => {
  expect(findSystemRoots(() => two, [])).toEqual({ source: 'system', certificates: two });
});

test('where it cannot, the first bundle with certificates is read', async () => {
  const folder = await temporaryFolder();
  const files = ['missing', 'empty', 'bundle'].map((name) => join(folder, name));
  await writeFile(files[1] ?? '', '# nothing');
  await writeFile(files[2] ?? '', `# a comment\n${two.join('\n')}\n`);
  expect(findSystemRoots(undefined, files)).toEqual({ source: files[2], certificates: two });
  expect(findSystemRoots(() => [], files.slice(0, 2))).toBeNull();
});

test('given roots are trusted as they are, the runtime needs none', () => {
  expect(trustedRoots({ kind: 'given', pem: 'PEM' })).toBe('PEM');
  expect(trustedRoots({ kind: 'runtime' })).toBeUndefined();
});
