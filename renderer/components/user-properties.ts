/** A user property of MQTT 5. */
interface UserProperty {
  readonly name: string;
  readonly value: string;
}

/** User properties as text, a `name=value` in each line. */
export function userPropertyLines(properties: readonly UserProperty[]): string {
  return properties.map(({ name, value }) => `${name}=${value}`).join('\n');
}

/** Reads lines of `name=value`; empty ones are passed over. Null when a line has no name or no `=`. */
export function readUserProperties(text: string): UserProperty[] | null {
  const properties: UserProperty[] = [];
  for (const line of text.split('\n').filter((one) => one.trim() !== '')) {
    const equals = line.indexOf('=');
    if (line.slice(0, Math.max(equals, 0)).trim() === '') return null;
    properties.push({ name: line.slice(0, equals).trim(), value: line.slice(equals + 1) });
  }
  return properties;
}
