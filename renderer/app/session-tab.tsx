import { ActionIcon } from '@mantine/core';
import { IconFileAnalytics, IconX } from '@tabler/icons-react';
import { type KeyboardEvent, useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Session } from '../../shared/contract/sessions.ts';
import { StateIcon, stateLook } from '../components/state-icon.tsx';
import { openCapture } from '../stores/tabs.ts';
import { useApp } from '../stores/use-app.ts';
import { useSessionOf } from '../stores/use-session-of.ts';
import classes from './header.module.css';
import { TabBadges } from './tab-badges.tsx';

/** The element id of a capture's tab, and of the panel it shows. */
export const tabId = (captureId: string) => `tab-${captureId}`;
export const panelId = (captureId: string) => `panel-${captureId}`;

interface Props {
  readonly captureId: string;
  readonly isFront: boolean;
  /** Reached by the Tab key. */
  readonly isStop: boolean;
  onClose(session: Session | null): void;
  /** Moves the focus by so many tabs, or to an end. */
  onGo(step: -1 | 1 | 'first' | 'last'): void;
  /** Moves the tab itself. */
  onMove(step: -1 | 1): void;
  /** The tab is being dragged; null when it was let go. */
  onDrag(captureId: string | null): void;
  /** Another tab is dragged over this one; null while none is dragged. */
  readonly onDragOver: (() => void) | null;
}

const steps = { ArrowLeft: -1, ArrowRight: 1, Home: 'first', End: 'last' } as const;
const moves = { ArrowLeft: -1, ArrowRight: 1 } as const;

/** One tab with its close button; Delete and the middle mouse button close it too. */
export function SessionTab({
  captureId,
  isFront,
  isStop,
  onClose,
  onGo,
  onMove,
  onDrag,
  onDragOver,
}: Props) {
  const { t } = useTranslation();
  const stateText = useId();
  const badgeText = useId();
  const session = useSessionOf(captureId);
  const capture = useApp(({ captures }) => captures.find(({ id }) => id === captureId));
  const name = session?.label ?? capture?.label ?? captureId;
  const look = stateLook(session?.state ?? null);

  function press(event: KeyboardEvent) {
    if (event.key === 'Delete') onClose(session);
    else if (event.altKey && event.key in moves) onMove(moves[event.key as keyof typeof moves]);
    else if (!event.altKey && event.key in steps) onGo(steps[event.key as keyof typeof steps]);
    else return;
    event.preventDefault();
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dragging has its keys on the tab inside
    <div
      className={classes.tab}
      data-front={isFront}
      draggable
      onDragStart={(event) => {
        event.dataTransfer.effectAllowed = 'move';
        onDrag(captureId);
      }}
      onDragEnd={() => onDrag(null)}
      onDragEnter={() => onDragOver?.()}
      onDragOver={(event) => onDragOver && event.preventDefault()}
    >
      <button
        type="button"
        role="tab"
        id={tabId(captureId)}
        aria-selected={isFront}
        aria-controls={isFront ? panelId(captureId) : undefined}
        aria-describedby={`${stateText} ${badgeText}`}
        tabIndex={isStop ? 0 : -1}
        onClick={() => openCapture(captureId)}
        onAuxClick={(event) => event.button === 1 && onClose(session)}
        onKeyDown={press}
        title={name}
      >
        {session ? <StateIcon look={look} /> : <IconFileAnalytics size={14} aria-hidden />}
        <span className="ellipsis">{name}</span>
        <TabBadges
          captureId={captureId}
          session={session}
          isFront={isFront}
          descriptionId={badgeText}
        />
      </button>
      <span id={stateText} hidden>
        {session ? t(`devices.states.${look}`) : t('app.pastCapture')}
      </span>
      <ActionIcon
        size={20}
        tabIndex={isStop ? 0 : -1}
        aria-label={t('app.closeTab', { name })}
        onClick={() => onClose(session)}
      >
        <IconX size={12} />
      </ActionIcon>
    </div>
  );
}
