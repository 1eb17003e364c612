import { z } from 'zod';

/** A named value of the thing model: a field of a struct, an input or an output. */
export interface ThingField {
  readonly identifier: string;
  /** For people. */
  readonly name?: string | undefined;
  readonly dataType: ThingDataType;
  readonly [more: string]: unknown;
}

/** A type of the thing model. Numbers in specs are texts, as the console writes them. */
export type ThingDataType =
  | {
      readonly type: 'int' | 'float' | 'double';
      readonly specs?: {
        readonly min?: string | number;
        readonly max?: string | number;
        readonly unit?: string;
      };
    }
  | { readonly type: 'bool' | 'enum'; readonly specs?: Readonly<Record<string, unknown>> }
  /** `length`: the most characters. */
  | { readonly type: 'text'; readonly specs?: { readonly length?: string | number } }
  | { readonly type: 'date' }
  | { readonly type: 'struct'; readonly specs: readonly ThingField[] }
  | {
      readonly type: 'array';
      readonly specs: { readonly size?: string | number; readonly item: ThingDataType };
    };

const name = z.string().optional();
const limit = z.union([z.string(), z.number()]).optional();

const dataTypeSchema: z.ZodType<ThingDataType> = z.lazy(() =>
  z.discriminatedUnion('type', [
    z.looseObject({
      type: z.enum(['int', 'float', 'double']),
      specs: z.looseObject({ min: limit, max: limit, unit: z.string().optional() }).optional(),
    }),
    z.looseObject({
      type: z.enum(['bool', 'enum']),
      specs: z.record(z.string(), z.unknown()).optional(),
    }),
    z.looseObject({
      type: z.literal('text'),
      specs: z.looseObject({ length: limit }).optional(),
    }),
    z.looseObject({ type: z.literal('date') }),
    z.looseObject({ type: z.literal('struct'), specs: z.array(fieldSchema) }),
    z.looseObject({
      type: z.literal('array'),
      specs: z.looseObject({ size: limit, item: dataTypeSchema }),
    }),
  ]),
) as z.ZodType<ThingDataType>;

const fieldSchema: z.ZodType<ThingField> = z.looseObject({
  identifier: z.string().min(1),
  name,
  dataType: dataTypeSchema,
}) as z.ZodType<ThingField>;

/**
 * A thing model (TSL) as the console exports it, as far as it is used here; whatever else it has is
 * kept.
 */
export const thingModelSchema = z.looseObject({
  properties: z
    .array(
      z.looseObject({
        identifier: z.string().min(1),
        name,
        accessMode: z.enum(['r', 'rw', 'w']).default('rw'),
        dataType: dataTypeSchema,
      }),
    )
    .default([]),
  events: z
    .array(
      z.looseObject({
        identifier: z.string().min(1),
        name,
        outputData: z.array(z.unknown()).default([]),
      }),
    )
    .default([]),
  services: z
    .array(
      z.looseObject({
        identifier: z.string().min(1),
        name,
        callType: z.enum(['sync', 'async']).default('async'),
        inputData: z.array(z.unknown()).default([]),
        outputData: z.array(z.unknown()).default([]),
      }),
    )
    .default([]),
});
export type ThingModel = z.infer<typeof thingModelSchema>;

/** Why a text is no thing model. */
export interface ThingModelProblem {
  readonly problem: 'not-json' | 'not-a-model' | 'empty';
  /** Where, such as `$.properties.0.dataType`; `$` where it is the text as a whole. */
  readonly path: string;
  /** What, in the parser's words; empty for a model that is empty. */
  readonly detail: string;
}

/** A text read as a thing model, or why it is none. */
export type ParsedThingModel =
  | { readonly ok: true; readonly model: ThingModel; readonly productKey: string | null }
  | ({ readonly ok: false } & ThingModelProblem);

const profileSchema = z.looseObject({ profile: z.looseObject({ productKey: z.string() }) });

/**
 * Reads a thing model as the console exports it. `productKey` is the one it was exported of, null
 * where it does not say.
 */
export function parseThingModel(text: string): ParsedThingModel {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return { ok: false, problem: 'not-json', path: '$', detail };
  }
  const read = thingModelSchema.safeParse(json);
  if (!read.success) {
    const [issue] = read.error.issues;
    const path = ['$', ...(issue?.path ?? [])].join('.');
    return { ok: false, problem: 'not-a-model', path, detail: issue?.message ?? '' };
  }
  const { properties, events, services } = read.data;
  if (properties.length + events.length + services.length === 0)
    return { ok: false, problem: 'empty', path: '$', detail: '' };
  const profile = profileSchema.safeParse(json);
  return {
    ok: true,
    model: read.data,
    productKey: profile.success ? profile.data.profile.productKey : null,
  };
}

/**
 * The fields in a list of inputs or outputs. The built-in events and services (`post`, `set`, `get`)
 * name properties there as plain texts, which are left out: properties have rules of their own.
 */
export function fieldsOf(list: readonly unknown[]): readonly ThingField[] {
  return list.flatMap((item) => {
    const field = fieldSchema.safeParse(item);
    return field.success ? [field.data] : [];
  });
}
