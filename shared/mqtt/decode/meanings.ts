/** What the QoS values mean (MQTT 3.1.1 §4.3); 3 is malformed. */
export function qosMeaning(qos: number): string {
  return ['at most once', 'at least once', 'exactly once'][qos] ?? 'malformed';
}

/** What the two allowed values of Maximum QoS mean (MQTT 5.0 §3.2.2.3.4). */
export const maximumQosMeanings = ['only QoS 0', 'QoS 0 and 1'] as const;

/** A duration in seconds. */
export function secondsMeaning(seconds: number): string {
  return seconds === 1 ? '1 second' : `${seconds} seconds`;
}
