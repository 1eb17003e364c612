import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { View } from '../stores/view/view.ts';
import classes from './app.module.css';

/** Says of a look that it is at all packets of the capture, while a filter lets one think otherwise. */
export function UnfilteredNote({ view }: { view: View }) {
  const { t } = useTranslation();
  const isFiltered = useStore(view.store, ({ filter }) => filter !== '');
  return (
    <span role="status" className={classes.unfiltered} title={t('app.unfilteredTitle')}>
      {isFiltered && t('app.unfiltered')}
    </span>
  );
}
