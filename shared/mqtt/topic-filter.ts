import { utf8Length } from './utf8.ts';

/** The most bytes of a topic name or topic filter [MQTT-4.7.3-3]. */
export const TOPIC_BYTES_MAX = 65_535;

/** What may be wrong with a topic name. */
export type TopicProblem = 'empty' | 'too-long' | 'null-character' | 'wildcard';

/** What may be wrong with a topic filter. */
export type FilterProblem =
  | 'empty'
  | 'too-long'
  | 'null-character'
  | 'multi-level-wildcard'
  | 'single-level-wildcard'
  | 'share-name';

function textProblem(text: string): 'empty' | 'too-long' | 'null-character' | null {
  if (text === '') return 'empty';
  if (text.includes('\0')) return 'null-character';
  return utf8Length(text) > TOPIC_BYTES_MAX ? 'too-long' : null;
}

/** `$share/{name}/{filter}` in its parts (MQTT 5.0 §4.8.2); null for any other filter. */
function sharedParts(filter: string): { name: string; filter: string } | null {
  if (filter !== '$share' && !filter.startsWith('$share/')) return null;
  const slash = filter.indexOf('/', '$share/'.length);
  return slash < 0
    ? { name: filter.slice('$share/'.length), filter: '' }
    : { name: filter.slice('$share/'.length, slash), filter: filter.slice(slash + 1) };
}

/** Whether a filter is of a shared subscription (MQTT 5.0 §4.8.2; brokers offer it in 3.1.1 too). */
export function isShared(filter: string): boolean {
  return sharedParts(filter) !== null;
}

/**
 * What makes a text unfit as a topic name to publish to, null if nothing does: it has 1 to 65,535
 * bytes, no U+0000 and no wildcard (MQTT 3.1.1 §4.7.3, [MQTT-3.3.2-2]).
 */
export function topicProblem(topic: string): TopicProblem | null {
  return textProblem(topic) ?? (/[+#]/.test(topic) ? 'wildcard' : null);
}

/**
 * What makes a text unfit as a topic filter, null if nothing does: `#` stands alone in the last
 * level, `+` alone in its level (MQTT 3.1.1 §4.7.1), and `$share/` is followed by a name without
 * wildcards and a filter ([MQTT-4.8.2-1], [MQTT-4.8.2-2]). The shared form is checked for every
 * version, because brokers read it so in 3.1.1 too.
 */
export function filterProblem(filter: string): FilterProblem | null {
  const problem = textProblem(filter);
  if (problem !== null) return problem;
  const shared = sharedParts(filter);
  if (shared && (shared.name === '' || /[+#]/.test(shared.name) || shared.filter === '')) {
    return 'share-name';
  }
  const levels = (shared?.filter ?? filter).split('/');
  const last = levels.length - 1;
  if (levels.some((level, at) => level.includes('#') && (level !== '#' || at !== last))) {
    return 'multi-level-wildcard';
  }
  return levels.some((level) => level.includes('+') && level !== '+')
    ? 'single-level-wildcard'
    : null;
}

/**
 * Whether a topic name matches a topic filter (MQTT 3.1.1 §4.7). A wildcard in the first level does
 * not match a topic that begins with `$` [MQTT-4.7.2-1]; `a/#` matches `a` as well; a shared
 * subscription matches what its filter matches. A filter with a problem matches nothing.
 */
export function matchesFilter(filter: string, topic: string): boolean {
  if (filterProblem(filter) !== null) return false;
  const wanted = (sharedParts(filter)?.filter ?? filter).split('/');
  if (topic.startsWith('$') && (wanted[0] === '#' || wanted[0] === '+')) return false;
  const levels = topic.split('/');
  for (const [at, level] of wanted.entries()) {
    if (level === '#') return true;
    if (at >= levels.length || (level !== '+' && level !== levels[at])) return false;
  }
  return wanted.length === levels.length;
}
