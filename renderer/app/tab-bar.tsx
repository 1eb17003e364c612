import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Session } from '../../shared/contract/sessions.ts';
import { ConfirmDialog } from '../components/confirm-dialog.tsx';
import { explainError } from '../i18n/explain.ts';
import { reportFailure } from '../stores/failures.ts';
import { closeSession, isActive } from '../stores/sessions.ts';
import { forgetTab, moveTab } from '../stores/tabs.ts';
import { useFront, useTabs } from '../stores/use-front.ts';
import classes from './header.module.css';
import { SessionTab, tabId } from './session-tab.tsx';

/**
 * The open sessions and captures. A tab's close button must not be inside the tab, and a list of
 * tabs may hold nothing but tabs: the list owns them by id, and tab and button are neighbours.
 */
export function TabBar() {
  const { t } = useTranslation();
  const tabs = useTabs();
  const front = useFront();
  const [closing, setClosing] = useState<Session | null>(null);
  const [dragged, setDragged] = useState<string | null>(null);
  const active = front.kind === 'capture' ? front.captureId : null;
  // One stop for Tab: the tab in front, or the first.
  const stop = active ?? tabs[0];

  function close(captureId: string, session: Session | null) {
    if (!session) forgetTab(captureId);
    else if (isActive(session.state)) setClosing(session);
    else closeSession(session.id, captureId, false).catch(reportFailure);
  }

  function focus(index: number) {
    const captureId = tabs.at(index % tabs.length);
    if (captureId) document.getElementById(tabId(captureId))?.focus();
  }

  if (tabs.length === 0) return null;
  return (
    <div className={classes.tabs}>
      <div role="tablist" aria-label={t('app.tabs')} aria-owns={tabs.map(tabId).join(' ')} />
      {tabs.map((captureId, index) => (
        <SessionTab
          key={captureId}
          captureId={captureId}
          isFront={captureId === active}
          isStop={captureId === stop}
          onClose={(session) => close(captureId, session)}
          onGo={(step) => focus(step === 'first' ? 0 : step === 'last' ? -1 : index + step)}
          onMove={(step) => moveTab(captureId, index + step)}
          onDrag={setDragged}
          onDragOver={dragged === null ? null : () => moveTab(dragged, index)}
        />
      ))}
      {closing && (
        <ConfirmDialog
          title={t('app.closeTitle', { name: closing.label })}
          text={t('app.closeText')}
          confirm={t('app.closeConfirm')}
          cancel={t('app.cancel')}
          explain={explainError}
          onConfirm={() => closeSession(closing.id, closing.captureId, true)}
          onClose={() => setClosing(null)}
        />
      )}
    </div>
  );
}
