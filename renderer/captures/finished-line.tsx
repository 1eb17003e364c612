import { Anchor, CloseButton } from '@mantine/core';
import { IconAlertCircle, IconCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './captures.module.css';

interface ReadyProps {
  readonly name: string;
  /** Where it can be fetched again. */
  readonly href: string;
  readonly title?: string;
  /** What it holds, in a sentence. */
  readonly children: ReactNode;
  /** What else is to be known of it. */
  readonly more?: ReactNode;
  onDismiss(): void;
}

/** A file that is ready, and was saved by itself. */
export function ReadyLine({ name, href, title = name, children, more, onDismiss }: ReadyProps) {
  const { t } = useTranslation();
  return (
    <div className={classes.export} role="status">
      <IconCheck size={14} className={classes.done} aria-hidden />
      <span className="ellipsis" title={title}>
        {children}
      </span>
      {more}
      <Anchor href={href} download={name} fz="inherit" lh="inherit">
        {t('captures.export.again')}
      </Anchor>
      <Dismiss name={name} onDismiss={onDismiss} />
    </div>
  );
}

interface FailedProps {
  readonly name: string;
  /** What became of it, in a sentence. */
  readonly children: ReactNode;
  /** The error behind it, if there is one. */
  readonly failure: string | null;
  onDismiss(): void;
}

/** A file of which nothing came. */
export function FailedLine({ name, children, failure, onDismiss }: FailedProps) {
  const { t } = useTranslation();
  return (
    <div className={classes.export} role="alert">
      <IconAlertCircle size={14} className={classes.failed} aria-hidden />
      <span>
        {children}
        {failure && (
          <details>
            <summary>{t('captures.details')}</summary>
            <code>{failure}</code>
          </details>
        )}
      </span>
      <Dismiss name={name} onDismiss={onDismiss} />
    </div>
  );
}

function Dismiss({ name, onDismiss }: Pick<ReadyProps, 'name' | 'onDismiss'>) {
  const { t } = useTranslation();
  return <CloseButton aria-label={t('captures.export.dismiss', { name })} onClick={onDismiss} />;
}
