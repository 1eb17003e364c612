import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { expectedKinds, type FilterError } from '../../shared/filter/filter-node.ts';
import { Hotkey } from '../components/hotkey.tsx';
import classes from './filter-field.module.css';

const NO_COUNTERPART = '<no counterpart>';

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

/** Our own syntax with spaces in it is rewritten too, and none of Wireshark's. */
const isWireshark = ({ wireshark, expected }: FilterError): boolean =>
  wireshark !== undefined && !expected.includes('<closed up>');

interface Props {
  readonly id: string;
  readonly error: FilterError;
  /** The filter that stays in force; empty for none. */
  readonly inForce: string;
  /** Takes over the filter that was rewritten. */
  onUse(filter: string): void;
}

/** What was expected where a filter is wrong, and what is shown meanwhile. */
export function FilterMessage({ id, error, inForce, onUse }: Props) {
  const { t } = useTranslation();
  const rewritten = error.wireshark?.rewritten ?? null;
  return (
    <div id={id} className={classes.message}>
      <Expected error={error} />
      {rewritten !== null && <Rewritten filter={rewritten} onUse={onUse} />}
      {isWireshark(error) && <p className={classes.inForce}>{t('timeline.quoteIt')}</p>}
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

/** What was expected, or what comes nearest to what cannot be said. */
function Expected({ error }: { error: FilterError }) {
  const { t } = useTranslation();
  const listed = error.expected.filter((each) => each !== NO_COUNTERPART);
  const canBeSaid = listed.length === error.expected.length;
  const known = isWireshark(error) ? 'timeline.wireshark' : 'timeline.expectedHere';
  return (
    <p>
      {!canBeSaid && `${t('timeline.expected.noCounterpart')} `}
      {listed.length > 0 && (
        <>
          {t(canBeSaid ? known : 'timeline.nearest')} <Alternatives expected={listed} />
        </>
      )}
    </p>
  );
}

/** What is meant literally as it is written. */
function Alternatives({ expected }: Pick<FilterError, 'expected'>) {
  const { t, i18n } = useTranslation();
  const list = new Intl.ListFormat(i18n.language, { type: 'disjunction' });
  const names = expected.map((each) =>
    isKind(each) ? t(`timeline.expected.${keyOf(each)}`) : each,
  );
  const literal = expected.map((each) => !isKind(each));
  let element = -1;
  return list.formatToParts(names).map(({ type, value }, at) => {
    if (type === 'element') element += 1;
    return type === 'element' && literal[element] ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: parts have no other identity
      <code key={at}>{value}</code>
    ) : (
      value
    );
  });
}

interface RewrittenProps {
  /** The whole in our syntax; empty for every packet. */
  readonly filter: string;
  onUse(filter: string): void;
}

/** The filter that was rewritten, to be taken over. */
function Rewritten({ filter, onUse }: RewrittenProps) {
  const { t } = useTranslation();
  return (
    <div className={classes.use}>
      <Button
        variant="default"
        size="compact-xs"
        h="auto"
        classNames={{ label: classes.useLabel ?? '' }}
        // The focus stays in the field.
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => onUse(filter)}
      >
        {filter === '' ? t('timeline.useNothing') : t('timeline.useInstead', { filter })}
      </Button>
      <span aria-hidden>
        <Hotkey hotkey="Enter" />
      </span>
    </div>
  );
}
