import { IconAlertCircleFilled, IconAlertTriangleFilled, IconBulb } from '@tabler/icons-react';
import type { Finding } from '../../shared/contract/packets.ts';

const icons = {
  error: IconAlertCircleFilled,
  warning: IconAlertTriangleFilled,
  hint: IconBulb,
} as const;

export const severityColor = (severity: Finding['severity']) => `var(--severity-${severity})`;

interface Props {
  readonly severity: Finding['severity'];
  readonly size: number | string;
  /** Its name; decoration without one, where a text beside it says the same. */
  readonly label?: string;
  /** Where it stands in a drawing. */
  readonly x?: number;
  readonly y?: number;
}

/** How bad something is: told apart by shape as well as by colour. */
export function SeverityIcon({ severity, label, ...place }: Props) {
  const Icon = icons[severity];
  const name = label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label };
  return <Icon {...place} {...name} color={severityColor(severity)} />;
}
