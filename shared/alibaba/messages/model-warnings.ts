import { fieldsOf, type ThingDataType, type ThingModel } from '../thing-model.ts';
import { valueProblem } from '../thing-value.ts';
import { type JsonNode, type JsonPath, nodeAt, readJsonText } from './json-text.ts';
import { identifierIn } from './message-fields.ts';

/** What the platform would say of a value in a post, by the product's thing model. */
export interface ModelWarning {
  /** Not in the model: it is filtered; no decimal: a float written as `23`; else an Alink code. */
  readonly reason: 'not-in-model' | 'no-decimal' | 'code';
  readonly identifier: string;
  /** An Alink code; 0 for the other reasons. */
  readonly code: number;
}

const POST = /\/thing\/event\/([^/]+)\/post$/;

/** Where a post's values stand, and what types the model has for them; null for any other topic. */
function valuesOf(
  topic: string,
  model: ThingModel,
): { path: JsonPath; types: ReadonlyMap<string, ThingDataType> } | null {
  if (!POST.test(topic)) return null;
  const name = identifierIn(topic);
  const isProperties = name === 'property';
  const event = model.events.find(({ identifier }) => identifier === name);
  if (!isProperties && event === undefined) return null;
  const fields = isProperties ? model.properties : fieldsOf(event?.outputData ?? []);
  return {
    path: isProperties ? ['params'] : ['params', 'value'],
    types: new Map(fields.map(({ identifier, dataType }) => [identifier, dataType])),
  };
}

/** Holds the values of a property or event post against the model; placeholders are left alone. */
export function modelWarnings(
  topic: string,
  payload: string,
  isTemplate: boolean,
  model: ThingModel,
): ModelWarning[] {
  const values = valuesOf(topic, model);
  const root = values && readJsonText(payload, isTemplate);
  const params = values && root && nodeAt(root, values.path);
  if (!values || params?.kind !== 'object') return [];
  return params.members.flatMap(({ key, value }): ModelWarning[] => {
    const dataType = values.types.get(key);
    if (dataType === undefined) return [{ reason: 'not-in-model', identifier: key, code: 0 }];
    const node = bareValue(value);
    const raw = payload.slice(node.start, node.end);
    if (isTemplate && raw.includes('{{')) return [];
    const problem = valueProblem(dataType, JSON.parse(raw));
    if (problem !== null) return [{ reason: 'code', identifier: key, code: problem.code }];
    const isFloat = dataType.type === 'float' || dataType.type === 'double';
    return isFloat && /^-?\d+$/.test(raw)
      ? [{ reason: 'no-decimal', identifier: key, code: 0 }]
      : [];
  });
}

/** The value itself where a time stands beside it (`{"value", "time"}`). */
function bareValue(node: JsonNode): JsonNode {
  if (node.kind !== 'object') return node;
  const isTimed = node.members.every(({ key }) => key === 'value' || key === 'time');
  return (isTimed && nodeAt(node, ['value'])) || node;
}
