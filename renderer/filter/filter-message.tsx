import { useTranslation } from 'react-i18next';
import { expectedKinds, type FilterError } from '../../shared/filter/filter-node.ts';
import classes from './filter-field.module.css';

type ExpectedKind = (typeof expectedKinds)[number];

const isKind = (expected: string): expected is ExpectedKind =>
  (expectedKinds as readonly string[]).includes(expected);

/** `<one value>` as the catalogues have it: `oneValue`. */
const keyOf = <T extends ExpectedKind>(kind: T) =>
  kind.slice(1, -1).replaceAll(/ (\w)/g, (_, letter: string) => letter.toUpperCase()) as KeyOf<T>;

type KeyOf<T extends string> = T extends `<${infer Name}>` ? Camel<Name> : never;
type Camel<T extends string> = T extends `${infer Head} ${infer Tail}`
  ? `${Head}${Capitalize<Camel<Tail>>}`
  : T;

interface Props {
  readonly id: string;
  readonly error: FilterError;
  /** The filter that stays in force; empty for none. */
  readonly inForce: string;
}

/** What was expected where a filter is wrong, and what is shown meanwhile. */
export function FilterMessage({ id, error, inForce }: Props) {
  const { t, i18n } = useTranslation();
  const list = new Intl.ListFormat(i18n.language, { type: 'disjunction' });
  const names = error.expected.map((expected) =>
    isKind(expected) ? t(`timeline.expected.${keyOf(expected)}`) : expected,
  );
  const literal = error.expected.map((expected) => !isKind(expected));
  let element = -1;
  return (
    <div id={id} className={classes.message}>
      <p>
        {t('timeline.expectedHere')}{' '}
        {list.formatToParts(names).map(({ type, value }, at) => {
          if (type === 'element') element += 1;
          return type === 'element' && literal[element] ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: parts have no other identity
            <code key={at}>{value}</code>
          ) : (
            value
          );
        })}
      </p>
      <p className={classes.inForce}>
        {inForce === '' ? (
          t('timeline.noneInForce')
        ) : (
          <>
            {t('timeline.stillInForce')} <code>{inForce}</code>
          </>
        )}
      </p>
    </div>
  );
}
