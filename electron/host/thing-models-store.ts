import { z } from 'zod';
import { parseThingModel, type ThingModel } from '../../shared/alibaba/thing-model.ts';
import { HostError } from '../../shared/contract/result.ts';
import { type ProductModel, productModelSchema } from '../../shared/contract/thing-models.ts';
import { KeptFile } from './storage/kept-file.ts';

const fileSchema = z.object({ version: z.literal(1), models: z.array(productModelSchema) });

/** The thing models of products, one JSON file. */
export class ThingModelsStore {
  readonly file: KeptFile<typeof fileSchema>;
  private readonly changed: (product: { productKey: string; model: ThingModel | null }) => void;

  constructor(
    path: string,
    changed: (product: { productKey: string; model: ThingModel | null }) => void,
  ) {
    this.file = new KeptFile(path, fileSchema, { version: 1, models: [] });
    this.changed = changed;
  }

  get(productKey: string): ThingModel | null {
    return this.file.value.models.find((one) => one.productKey === productKey)?.model ?? null;
  }

  /**
   * Keeps the model of a product instead of the one before.
   *
   * @throws HostError `invalid-input` for a text that is no thing model
   */
  async save(productKey: string, text: string): Promise<ThingModel> {
    const parsed = parseThingModel(text);
    if (!parsed.ok)
      throw new HostError('invalid-input', `${parsed.problem} at ${parsed.path}: ${parsed.detail}`);
    await this.replace(productKey, [{ productKey, model: parsed.model }]);
    return parsed.model;
  }

  remove(productKey: string): Promise<void> {
    return this.replace(productKey, []);
  }

  private async replace(productKey: string, put: ProductModel[]): Promise<void> {
    const others = this.file.value.models.filter((one) => one.productKey !== productKey);
    await this.file.replace({ version: 1, models: [...others, ...put] });
    this.changed({ productKey, model: put[0]?.model ?? null });
  }
}
