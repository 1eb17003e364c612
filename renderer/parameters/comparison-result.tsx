import {
  IconAlertCircleFilled,
  IconAlertTriangleFilled,
  IconCircleCheckFilled,
} from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { isRemark } from '../../shared/alibaba/connect-comparison.ts';
import type { Comparison, Difference } from '../../shared/contract/connection-parameters.ts';
import { textFor } from '../i18n/setup.ts';
import classes from './parameters.module.css';

/** Whether the device says what its triple gives, and if not, in what it differs. */
export function ComparisonResult({ comparison }: { comparison: Comparison }) {
  const { t } = useTranslation();
  const { matches, differences } = comparison;
  const result = useRef<HTMLDivElement>(null);
  // It stands below the button that was pressed, in a small window out of sight.
  useEffect(() => {
    result.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  const verdict = () => {
    if (!matches) return 'parameters.differs';
    return differences.length > 0 ? 'parameters.matchesWithRemarks' : 'parameters.matches';
  };
  const Icon = matches ? IconCircleCheckFilled : IconAlertCircleFilled;
  return (
    <div ref={result} className={classes.result}>
      <p className={classes.verdict} data-matches={matches}>
        <Icon size={15} aria-hidden />
        {t(verdict())}
      </p>
      {differences.length > 0 && (
        <ul aria-label={t('parameters.differencesFound')} className={classes.differences}>
          {differences.map((difference) => (
            <DifferenceItem key={JSON.stringify(difference)} difference={difference} />
          ))}
        </ul>
      )}
    </div>
  );
}

function DifferenceItem({ difference }: { difference: Difference }) {
  const { t } = useTranslation();
  const { kind, ...values } = difference;
  const severity = isRemark(kind) ? 'warning' : 'error';
  const Icon = isRemark(kind) ? IconAlertTriangleFilled : IconAlertCircleFilled;
  const worded =
    'transport' in values
      ? { ...values, transport: t(`devices.transports.${values.transport}`) }
      : values;
  return (
    <li data-severity={severity}>
      <Icon size={15} role="img" aria-label={t(`problems.severity.${severity}`)} />
      <span>{textFor(`parameters.differences.${kind}`, worded)}</span>
    </li>
  );
}
