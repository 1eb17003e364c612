import type { FieldValue, FilterNode, NumberKey } from './filter-node.ts';
import { printDuration, printTimeOfDay } from './filter-values.ts';
import { isJoint, isName, isTextSign, mayBeField } from './wireshark/names.ts';

const durations: ReadonlySet<string> = new Set<NumberKey>(['rtt', 'gap', 'since']);

const quoted = (text: string): string => `"${text.replaceAll(/["\\]/g, '\\$&')}"`;

const isPlain = (text: string): boolean =>
  /^[\p{L}\p{N}_/][\p{L}\p{N}_/.-]*$/u.test(text) &&
  !(isJoint(text) || isTextSign(text) || isName(text) || mayBeField(text));

/** Words that are read as they stand; anything that could be taken for syntax is quoted. */
const printText = (text: string): string => (isPlain(text) ? text : quoted(text));

/** A topic as a filter writes it, in quotes where it holds what would end it. */
export function printTopic(topic: string): string {
  return /[\s()",]|&&|\|\|/.test(topic) ? quoted(topic) : topic;
}

/** A regular expression as a filter writes it: in quotes where it holds what would end it. */
function printExpression(source: string): string {
  if (source !== '' && !/[\s()"]|&&|\|\|/.test(source)) return source;
  // A backslash stays alone where it cannot be taken for that of a quote.
  return `"${source.replaceAll(/"|\\(?=["\\]|$)/g, '\\$&')}"`;
}

/** A step of a field's path: `.name`, `["odd name"]` or `[0]`. */
export function printStep(part: string | number): string {
  if (typeof part === 'number') return `[${part}]`;
  return /^[\p{L}\p{N}_-]+$/u.test(part) ? `.${part}` : `[${quoted(part)}]`;
}

/** A path into a JSON payload as a filter writes it, such as `$.params.temperature`. */
export function printPath(path: readonly (string | number)[]): string {
  return `$${path.map(printStep).join('')}`;
}

/** A value that a field is compared with: texts in quotes, all others as they are. */
export const printValue = (value: FieldValue): string =>
  typeof value === 'string' ? quoted(value) : String(value);

function inParentheses(node: FilterNode, kinds: readonly FilterNode['kind'][]): string {
  return kinds.includes(node.kind) ? `(${printFilter(node)})` : printFilter(node);
}

/** The text of a filter: `parseFilter` reads it as the same filter. */
export function printFilter(node: FilterNode): string {
  switch (node.kind) {
    case 'all':
      return '';
    case 'and':
      return node.nodes.map((each) => inParentheses(each, ['and', 'or'])).join(' ');
    case 'or':
      return node.nodes.map((each) => inParentheses(each, ['or'])).join(' OR ');
    case 'not':
      return `-${inParentheses(node.node, ['and', 'or'])}`;
    case 'text':
      return printText(node.text);
    case 'expression':
      return `${node.within}~${printExpression(node.source)}`;
    case 'type':
      return `type:${node.types.join(',')}`;
    case 'direction':
      return `dir:${node.directions.join(',')}`;
    case 'topic':
      return `topic:${node.topics.map(printTopic).join(',')}`;
    case 'state':
      return `is:${node.states.join(',')}`;
    case 'number': {
      const print = durations.has(node.key) ? printDuration : String;
      const values = node.values.map(({ low, high }) =>
        low === high ? print(low) : `${print(low)}-${print(high)}`,
      );
      return `${node.key}${sign(node.comparison)}${values.join(',')}`;
    }
    case 'exchange':
      return `with:${node.numbers.join(',')}`;
    case 'time':
      return `time${sign(node.comparison)}${node.values.map(printTimeOfDay).join(',')}`;
    case 'field': {
      if (node.test === null) return printPath(node.path);
      const { comparison, value } = node.test;
      const print = comparison === '~' ? printExpression(String(value)) : printValue(value);
      return `${printPath(node.path)}${comparison}${print}`;
    }
  }
}

const sign = (comparison: string): string => (comparison === '=' ? ':' : comparison);
