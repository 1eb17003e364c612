import { useEffect } from 'react';
import { useStore } from 'zustand';
import type { ThingModel } from '../../shared/alibaba/thing-model.ts';
import { learnThingModel, thingModelStore } from './thing-models.ts';

/** The thing model of a product; null while it has none, or none is known yet. */
export function useThingModel(productKey: string | null): ThingModel | null {
  const model = useStore(thingModelStore, (models) => (productKey ? models[productKey] : null));
  useEffect(() => {
    // Without an answer the product is as one without a model; the next look asks again.
    if (productKey) learnThingModel(productKey).catch(() => undefined);
  }, [productKey]);
  return model ?? null;
}
