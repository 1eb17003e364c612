import { IconAlertCircleFilled, IconAlertTriangleFilled, IconBulb } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Finding } from '../../shared/contract/packets.ts';

const icons = {
  error: IconAlertCircleFilled,
  warning: IconAlertTriangleFilled,
  hint: IconBulb,
} as const;

/** How bad a finding is, as a sign with a name. */
export function SeverityIcon({ severity }: Pick<Finding, 'severity'>) {
  const { t } = useTranslation();
  const Icon = icons[severity];
  return (
    <Icon
      size={15}
      role="img"
      aria-label={t(`problems.severity.${severity}`)}
      color={`var(--severity-${severity})`}
    />
  );
}
