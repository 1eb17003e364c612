import { useTranslation } from 'react-i18next';
import { formatCount } from '../../components/format.ts';
import classes from './changes.module.css';
import type { JsonChange, JsonChanges } from './json-changes.ts';

const kindOf = ({ before, after }: JsonChange) =>
  before === null ? 'added' : after === null ? 'removed' : 'changed';

/** What was added, removed and changed, path by path. */
export function ChangesList({ changes, hidden }: JsonChanges) {
  const { t, i18n } = useTranslation();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and the keyboard must be able to do that
    <section className={classes.scroller} aria-label={t('packet.tabs.changes')} tabIndex={0}>
      <ul className={classes.list}>
        {changes.map((change) => {
          const kind = kindOf(change);
          const { path, before, after } = change;
          return (
            <li key={path} data-kind={kind}>
              <span className={classes.kind}>{t(`packet.changes.${kind}`)}</span>
              <code className={classes.path}>{path}</code>
              <code className={classes.values}>
                {before !== null && <del>{before}</del>}
                {before !== null && after !== null && ' → '}
                {after !== null && <ins>{after}</ins>}
              </code>
            </li>
          );
        })}
      </ul>
      {hidden > 0 && (
        <p className={classes.hidden}>
          {t('packet.changes.hidden', {
            count: hidden,
            number: formatCount(hidden, i18n.language),
          })}
        </p>
      )}
    </section>
  );
}
