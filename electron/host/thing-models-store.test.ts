import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from './storage/temporary-folder.test-support.ts';
import { ThingModelsStore } from './thing-models-store.ts';

const model = (identifier: string) =>
  JSON.stringify({
    profile: { productKey: 'a1pk' },
    properties: [
      { identifier, name: 'Temperature', dataType: { type: 'float', specs: { unit: '°C' } } },
    ],
  });

async function newStore(path?: string) {
  const file = path ?? join(await temporaryFolder(), 'thing-models.json');
  const changes: unknown[] = [];
  const store = new ThingModelsStore(file, (change) => changes.push(change));
  await store.file.load();
  return { store, file, changes };
}

test('the model of a product is there after a restart, names and units included', async () => {
  const { store, file } = await newStore();
  await store.save('a1pk', model('temperature'));
  const { store: again } = await newStore(file);
  expect(again.get('a1pk')?.properties).toMatchObject([
    { identifier: 'temperature', name: 'Temperature', dataType: { specs: { unit: '°C' } } },
  ]);
  expect(again.get('other')).toBeNull();
});

test('a product has one model, and everybody is told of another', async () => {
  const { store, changes } = await newStore();
  await store.save('a1pk', model('first'));
  await store.save('a1pk', model('second'));
  await store.remove('a1pk');
  expect(changes).toMatchObject([
    { productKey: 'a1pk', model: { properties: [{ identifier: 'first' }] } },
    { productKey: 'a1pk', model: { properties: [{ identifier: 'second' }] } },
    { productKey: 'a1pk', model: null },
  ]);
  expect(store.get('a1pk')).toBeNull();
});

test.each([
  ['no JSON', 'not-json'],
  [
    '{"properties": [{"identifier": "a", "dataType": {"type": "colour"}}]}',
    'properties.0.dataType',
  ],
  ['{"schema": "x"}', 'empty'],
])('%s is refused with what is wrong', async (text, reason) => {
  const { store } = await newStore();
  await expect(store.save('a1pk', text)).rejects.toMatchObject({
    code: 'invalid-input',
    message: expect.stringContaining(reason),
  });
  expect(store.get('a1pk')).toBeNull();
});
