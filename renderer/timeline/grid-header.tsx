// biome-ignore-all lint/a11y/useSemanticElements: a virtual grid places its rows itself, which table elements do not allow
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and names its active row (ARIA grid pattern)
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './timeline.module.css';

const columns = [
  ['number', true],
  ['time', false],
  ['delta', true],
  ['direction', false],
  ['type', false],
  ['id', true],
  ['topic', false],
  ['size', true],
  ['answer', false],
] as const;

const zone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** Names of the columns, with what their values refer to. */
export const GridHeader = memo(function GridHeader({ relative }: { relative: boolean }) {
  const { t } = useTranslation();
  const titles: Readonly<Record<string, string>> = {
    ...(!relative && { time: t('timeline.zone', { zone: zone() }) }),
    delta: t('timeline.deltaTitle'),
  };
  return (
    <div role="row" className={classes.header}>
      {columns.map(([name, right]) => (
        <span
          key={name}
          role="columnheader"
          className={right ? classes.right : undefined}
          title={titles[name]}
        >
          {name === 'direction' ? (
            <span className="visually-hidden">{t('timeline.columns.direction')}</span>
          ) : (
            t(`timeline.columns.${name}`)
          )}
        </span>
      ))}
    </div>
  );
});
