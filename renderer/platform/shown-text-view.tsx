import { useTranslation } from 'react-i18next';
import type { ShownText } from '../../shared/contract/platform.ts';
import { formatCount } from '../components/format.ts';
import classes from './platform.module.css';

/** A text as the host told it, and how much of it was left out. */
export function ShownTextView({ shown, label }: { shown: ShownText; label: string }) {
  const { t, i18n } = useTranslation();
  return (
    <div className={classes.shown}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and must do so by keyboard */}
      <section aria-label={label} tabIndex={0}>
        <pre>{shown.text}</pre>
      </section>
      {shown.hidden > 0 && (
        <span className="dimmed">
          {t('platform.moreCharacters', {
            count: shown.hidden,
            number: formatCount(shown.hidden, i18n.language),
          })}
        </span>
      )}
    </div>
  );
}
