import { z } from 'zod';
import { type ThingModel, thingModelSchema } from '../alibaba/thing-model.ts';
import { productKeySchema } from './devices.ts';

/** The most characters of a thing model as it is pasted. */
export const THING_MODEL_TEXT_MAX = 1_048_576;

/** The thing model (TSL) of a product, as the console exports it: kept for all devices of the product. */
export const productModelSchema = z.object({
  productKey: productKeySchema,
  model: thingModelSchema,
});
export type ProductModel = { readonly productKey: string; readonly model: ThingModel };
