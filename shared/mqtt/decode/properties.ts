import type { FieldReader } from './field-reader.ts';
import {
  mayRepeat,
  type PropertyDefinition,
  type PropertyOwner,
  propertyDefinitions,
} from './property-definitions.ts';
import { readText, readTopic } from './read-text.ts';
import { bytesAsText, maskedBytes } from './render-bytes.ts';
import { readVariableInteger } from './variable-integer.ts';

/** The numbers among the properties that were read, by property identifier. */
export type PropertyNumbers = ReadonlyMap<number, number>;

const hexId = (id: number) => `0x${id.toString(16).padStart(2, '0')}`;

/**
 * The properties of an MQTT 5 packet, or of the Will within a CONNECT: a length, and as many bytes
 * of properties (MQTT 5.0 §2.2.2). A packet that ends before the length has none, which §3.4.2.2.1
 * and its like allow where `optional`.
 */
export function readProperties(
  reader: FieldReader,
  owner: PropertyOwner,
  optional = false,
): PropertyNumbers {
  const numbers = new Map<number, number>();
  if (optional && reader.left === 0) return numbers;
  const title = owner === 'WILL' ? 'Will Properties' : 'Properties';
  const length = readVariableInteger(reader.run.bytes, reader.position, reader.end);
  if (length.problem !== null) {
    reader.variableInteger('Property Length');
    return numbers;
  }
  const total = length.end - reader.position + length.value;
  reader.group(
    title,
    (inner) => {
      inner.variableInteger('Property Length');
      let count = 0;
      const seen = new Set<number>();
      inner.each(title, () => {
        count++;
        readProperty(inner, owner, seen, numbers);
      });
      return { value: '', meaning: count === 1 ? '1 property' : `${count} properties` };
    },
    total,
  );
  return numbers;
}

function readProperty(
  reader: FieldReader,
  owner: PropertyOwner,
  seen: Set<number>,
  numbers: Map<number, number>,
): void {
  const { run } = reader;
  const id = readVariableInteger(run.bytes, reader.position, reader.end);
  if (id.problem !== null) {
    reader.variableInteger('Property Identifier');
    return;
  }
  const definition = propertyDefinitions.get(id.value);
  if (!definition) {
    // Without its type nobody can tell where it ends, so the properties behind it are lost too.
    run.report('mqtt-property-unknown', { identifier: hexId(id.value) });
    reader.rest('Undecoded bytes', `unknown property ${hexId(id.value)}`);
    return;
  }
  const { name } = definition;
  if (!definition.owners.includes(owner)) {
    run.report('mqtt-property-not-allowed', { property: name, packet: owner });
  }
  if (seen.has(id.value) && !mayRepeat(id.value, owner)) {
    run.report('mqtt-property-repeated', { property: name });
  }
  seen.add(id.value);
  reader.group(name, (inner) => {
    inner.variableInteger('Property Identifier', () => name);
    return readValue(inner, definition, (value) => numbers.set(id.value, value));
  });
}

function readValue(
  reader: FieldReader,
  definition: PropertyDefinition,
  keep: (value: number) => void,
): { value: string; meaning?: string } {
  const { run } = reader;
  const label = definition.name;
  switch (definition.type) {
    case 'text':
      return { value: readText(reader, 'Value', { label }) ?? '' };
    case 'topic':
      return {
        value: readTopic(reader, 'Value', { label, wildcardClause: '[MQTT-3.3.2-14]' }) ?? '',
      };
    case 'binary':
    case 'secret': {
      let shown = { value: '', meaning: '' };
      reader.prefixed('Value', ({ start, end }) => {
        shown =
          definition.type === 'secret'
            ? { value: maskedBytes(end - start), meaning: '' }
            : bytesAsText(run.bytes, start, end);
        return shown;
      });
      return shown;
    }
    case 'pair': {
      const name = readText(reader, 'Name', { label });
      const value = readText(reader, 'Value', { label });
      return { value: name === null || value === null ? '' : `${name}: ${value}` };
    }
    case 'byte':
      return number(reader.uint('Value', 1));
    case 'uint16':
      return number(reader.uint('Value', 2));
    case 'uint32':
      return number(reader.uint('Value', 4));
    case 'variable':
      return number(reader.variableInteger('Value'));
  }

  function number(value: number | null): { value: string; meaning?: string } {
    if (value === null) return { value: '' };
    keep(value);
    const { values, notZero, clause, meaning } = definition;
    if ((values && value >= values.length) || (notZero && value === 0)) {
      run.report('mqtt-property-value', { property: label, value }, clause);
    }
    return { value: String(value), meaning: values?.[value] ?? meaning?.(value) ?? '' };
  }
}
