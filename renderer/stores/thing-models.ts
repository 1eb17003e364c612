import { createStore } from 'zustand/vanilla';
import type { ThingModel } from '../../shared/alibaba/thing-model.ts';
import { ask, door } from '../bridge.ts';

/** Thing models by product key as far as somebody asked for them; null: the product has none. */
export const thingModelStore = createStore<Readonly<Record<string, ThingModel | null>>>(() => ({}));

function put(productKey: string, model: ThingModel | null): void {
  thingModelStore.setState({ [productKey]: model });
}

/** Call once. */
export function startThingModels(): void {
  door.subscribe('thingModel.changed', ({ productKey, model }) => put(productKey, model));
}

/** Asks the host once; what it answers, and every change from then on, is in the store. */
export async function learnThingModel(productKey: string): Promise<void> {
  if (Object.hasOwn(thingModelStore.getState(), productKey)) return;
  const { model } = await ask('thingModels.get', { productKey });
  if (!Object.hasOwn(thingModelStore.getState(), productKey)) put(productKey, model);
}
