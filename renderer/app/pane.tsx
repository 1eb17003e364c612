import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorBoundary } from '../components/error-boundary.tsx';

/** A pane whose errors stay its own. */
export function Pane({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <ErrorBoundary message={t('app.paneFailed')} retry={t('app.retry')}>
      {children}
    </ErrorBoundary>
  );
}
