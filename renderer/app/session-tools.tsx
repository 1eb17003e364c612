import { Tabs } from '@mantine/core';
import { IconAlertTriangleFilled } from '@tabler/icons-react';
import { memo, type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlatformOwner } from '../../shared/contract/platform.ts';
import type { Session } from '../../shared/contract/sessions.ts';
import { LocalPlatform } from '../platform/local-platform.tsx';
import { Problems } from '../problems/problems.tsx';
import { PublishForm } from '../publish/publish-form.tsx';
import { Replies } from '../replies/replies.tsx';
import { showTool, type Tool, tools, useTool } from '../stores/looks.ts';
import { useProgress } from '../stores/progress.ts';
import { useApp } from '../stores/use-app.ts';
import { useMisbehaving } from '../stores/use-platform.ts';
import { useProblems } from '../stores/use-problems.ts';
import { Subscriptions } from '../subscriptions/subscriptions.tsx';
import classes from './app.module.css';
import { Pane } from './pane.tsx';
import { useToolActions } from './use-look-actions.ts';

interface Props {
  /** null for a capture of the past, which can only be looked at. */
  readonly session: Session | null;
  readonly captureId: string;
  /** The device of the local platform whose session it is; null for any other. */
  readonly owner: PlatformOwner | null;
  onSelect(row: number | null): void;
}

/**
 * What can be done in a session, and what is wrong with it, below its packets. Not drawn anew because
 * another packet is selected.
 */
export const SessionTools = memo(function SessionTools(props: Props) {
  const { session, captureId, owner, onSelect } = props;
  const { t } = useTranslation();
  const offered = useOffered(session, owner);
  const tool = useTool(captureId, offered);
  useToolActions(captureId, offered);
  const found = useProblems(captureId)?.problems.length ?? 0;
  const misbehaves = useMisbehaving(owner) !== null;
  const replying =
    useProgress(
      session?.id ?? null,
      ({ autoReplies }) => autoReplies.filter(({ enabled }) => enabled).length,
    ) ?? 0;
  const titles: Readonly<Record<Tool, string>> = {
    publish: t('app.publish'),
    subscriptions: t('app.subscriptions'),
    replies: replying === 0 ? t('app.replies') : t('app.repliesOn', { count: replying }),
    problems: found === 0 ? t('app.problems') : t('app.problemsFound', { count: found }),
    platform: t('app.platform'),
  };
  const bodies: Readonly<Record<Tool, ReactNode>> = {
    publish: session && <PublishForm session={session} />,
    subscriptions: session && <Subscriptions session={session} />,
    replies: session && <Replies session={session} />,
    problems: <Problems session={session} captureId={captureId} onSelect={onSelect} />,
    platform: owner && <LocalPlatform owner={owner} />,
  };
  return (
    <Tabs
      value={tool}
      onChange={(value) => showTool(captureId, value as Tool)}
      className={classes.tools}
    >
      <Tabs.List aria-label={t('app.tools')}>
        {offered.map((one) => (
          <Tabs.Tab
            key={one}
            value={one}
            rightSection={one === 'platform' && misbehaves && <Misbehaves />}
          >
            {titles[one]}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {offered.map((one) => (
        <Tabs.Panel key={one} value={one} className={classes.toolPanel}>
          <Pane>{bodies[one]}</Pane>
        </Tabs.Panel>
      ))}
    </Tabs>
  );
});

/** The tools there are: a past capture is only looked at, and a broker calls nothing. */
function useOffered(session: Session | null, owner: PlatformOwner | null): readonly Tool[] {
  const isPlatformDevice = useApp(({ devices }) =>
    devices.some(({ id, target }) => id === session?.deviceId && target.kind !== 'broker'),
  );
  const isLive = session !== null;
  const isLocal = owner !== null;
  return useMemo(() => {
    const isOffered: Readonly<Record<Tool, boolean>> = {
      publish: isLive,
      subscriptions: isLive,
      replies: isPlatformDevice,
      problems: true,
      platform: isLocal,
    };
    return tools.filter((tool) => isOffered[tool]);
  }, [isLive, isPlatformDevice, isLocal]);
}

function Misbehaves() {
  const { t } = useTranslation();
  return (
    <IconAlertTriangleFilled
      size={13}
      color="var(--severity-warning)"
      role="img"
      aria-label={t('app.misbehaves')}
    />
  );
}
