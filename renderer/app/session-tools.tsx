import { Tabs } from '@mantine/core';
import { IconAlertTriangleFilled } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { PlatformOwner } from '../../shared/contract/platform.ts';
import type { Session } from '../../shared/contract/sessions.ts';
import { LocalPlatform } from '../platform/local-platform.tsx';
import { Problems } from '../problems/problems.tsx';
import { PublishForm } from '../publish/publish-form.tsx';
import { Replies } from '../replies/replies.tsx';
import { useApp } from '../stores/use-app.ts';
import { useMisbehaving } from '../stores/use-platform.ts';
import { useProblems } from '../stores/use-problems.ts';
import { Subscriptions } from '../subscriptions/subscriptions.tsx';
import classes from './app.module.css';
import { Pane } from './pane.tsx';

interface Props {
  /** null for a capture of the past, which can only be looked at. */
  readonly session: Session | null;
  readonly captureId: string;
  /** The device of the local platform whose session it is; null for any other. */
  readonly owner: PlatformOwner | null;
  onSelect(row: number | null): void;
}

/** What can be done in a session, and what is wrong with it, below its packets. */
export function SessionTools({ session, captureId, owner, onSelect }: Props) {
  const { t } = useTranslation();
  const found = useProblems(captureId)?.problems.length ?? 0;
  const misbehaves = useMisbehaving(owner) !== null;
  const hasReplies = useApp(({ devices }) =>
    devices.some(({ id, target }) => id === session?.deviceId && target.kind !== 'broker'),
  );
  const replying = session?.autoReplies.filter(({ enabled }) => enabled).length ?? 0;
  return (
    <Tabs
      key={session ? 'session' : 'past'}
      defaultValue={session ? 'publish' : 'problems'}
      className={classes.tools}
    >
      <Tabs.List aria-label={t('app.tools')}>
        {session && <Tabs.Tab value="publish">{t('app.publish')}</Tabs.Tab>}
        {session && <Tabs.Tab value="subscriptions">{t('app.subscriptions')}</Tabs.Tab>}
        {hasReplies && (
          <Tabs.Tab value="replies">
            {replying === 0 ? t('app.replies') : t('app.repliesOn', { count: replying })}
          </Tabs.Tab>
        )}
        <Tabs.Tab value="problems">
          {found === 0 ? t('app.problems') : t('app.problemsFound', { count: found })}
        </Tabs.Tab>
        {owner && (
          <Tabs.Tab
            value="platform"
            rightSection={
              misbehaves && (
                <IconAlertTriangleFilled
                  size={13}
                  color="var(--severity-warning)"
                  role="img"
                  aria-label={t('app.misbehaves')}
                />
              )
            }
          >
            {t('app.platform')}
          </Tabs.Tab>
        )}
      </Tabs.List>
      {session && (
        <Tabs.Panel value="publish" className={classes.toolPanel}>
          <Pane>
            <PublishForm session={session} />
          </Pane>
        </Tabs.Panel>
      )}
      {session && (
        <Tabs.Panel value="subscriptions" className={classes.toolPanel}>
          <Pane>
            <Subscriptions session={session} />
          </Pane>
        </Tabs.Panel>
      )}
      {session && hasReplies && (
        <Tabs.Panel value="replies" className={classes.toolPanel}>
          <Pane>
            <Replies session={session} />
          </Pane>
        </Tabs.Panel>
      )}
      <Tabs.Panel value="problems" className={classes.toolPanel}>
        <Pane>
          <Problems session={session} captureId={captureId} onSelect={onSelect} />
        </Pane>
      </Tabs.Panel>
      {owner && (
        <Tabs.Panel value="platform" className={classes.toolPanel}>
          <Pane>
            <LocalPlatform owner={owner} />
          </Pane>
        </Tabs.Panel>
      )}
    </Tabs>
  );
}
