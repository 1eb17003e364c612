import { fieldsOf, type ThingDataType, type ThingField, type ThingModel } from '../thing-model.ts';
import { writeValue } from './field-text.ts';
import { type JsonPath, readJsonText, withValue } from './json-text.ts';
import type { MessageKindName } from './kinds.ts';

/** The property that a property post begins with, a float. */
const EXAMPLE = 'temperature';

/** How the first value of a type is written: the least one it takes, or an empty one. */
function firstRaw(dataType: ThingDataType): string {
  switch (dataType.type) {
    case 'int':
    case 'float':
    case 'double': {
      const min = Number(dataType.specs?.min || 0);
      const written = writeValue(dataType, String(Number.isFinite(min) ? min : 0), false);
      return written.ok ? written.raw : '0';
    }
    case 'bool':
      return '0';
    case 'enum':
      return Object.keys(dataType.specs ?? {})[0] ?? '0';
    case 'text':
      return '""';
    case 'date':
      return '"{{now}}"';
    case 'array':
      return '[]';
    case 'struct':
      return objectOf(dataType.specs);
  }
}

function objectOf(fields: readonly ThingField[]): string {
  const members = fields.map(
    ({ identifier, dataType }) => `${JSON.stringify(identifier)}: ${firstRaw(dataType)}`,
  );
  return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`;
}

/** Events of the model's own: `post` is what the console has for property posts. */
export function eventsOf({ events }: ThingModel): ThingModel['events'] {
  return events.filter(({ identifier }) => identifier !== 'post');
}

interface Written {
  readonly topic: string;
  readonly payload: string;
}

/** An event post made over for another event, its fields with first values; only the topic where the payload is not JSON. */
export function chooseEvent(
  { topic, payload }: Written,
  { identifier, outputData }: ThingModel['events'][number],
): Written {
  const put = (text: string, path: JsonPath, raw: string) => {
    const root = readJsonText(text, true);
    return root === null ? text : withValue(text, root, path, raw);
  };
  const named = put(payload, ['method'], JSON.stringify(`thing.event.${identifier}.post`));
  return {
    topic: topic.replace(/\/thing\/event\/[^/]+\/post$/, () => `/thing/event/${identifier}/post`),
    payload: put(named, ['params', 'value'], objectOf(fieldsOf(outputData))),
  };
}

/**
 * The example that a kind begins with, made over for a product that does not have what it names: a
 * property or an event of its model instead.
 */
export function fitToModel(kind: MessageKindName, message: Written, model: ThingModel): Written {
  const { topic, payload } = message;
  const [event] = eventsOf(model);
  if (kind === 'event-post' && event) return chooseEvent(message, event);
  const reported = model.properties.filter(({ accessMode }) => accessMode !== 'w');
  const [property] = reported;
  const root = readJsonText(payload, true);
  if (kind !== 'property-post' || root === null || property === undefined) return message;
  const example = reported.find(({ identifier }) => identifier === EXAMPLE)?.dataType.type;
  if (example === 'float' || example === 'double') return message;
  return { topic, payload: withValue(payload, root, ['params'], objectOf([property])) };
}
