import { Tabs } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Session } from '../../shared/contract/sessions.ts';
import { Problems } from '../problems/problems.tsx';
import { PublishForm } from '../publish/publish-form.tsx';
import { Subscriptions } from '../subscriptions/subscriptions.tsx';
import classes from './app.module.css';
import { Pane } from './pane.tsx';

interface Props {
  readonly session: Session;
  readonly captureId: string;
  onSelect(row: number | null): void;
}

/** What can be done in a session, below its packets. */
export function SessionTools({ session, captureId, onSelect }: Props) {
  const { t } = useTranslation();
  return (
    <Tabs defaultValue="publish" className={classes.tools}>
      <Tabs.List aria-label={t('app.tools')}>
        <Tabs.Tab value="publish">{t('app.publish')}</Tabs.Tab>
        <Tabs.Tab value="subscriptions">{t('app.subscriptions')}</Tabs.Tab>
        <Tabs.Tab value="problems">{t('app.problems')}</Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="publish" className={classes.toolPanel}>
        <Pane>
          <PublishForm session={session} />
        </Pane>
      </Tabs.Panel>
      <Tabs.Panel value="subscriptions" className={classes.toolPanel}>
        <Pane>
          <Subscriptions session={session} />
        </Pane>
      </Tabs.Panel>
      <Tabs.Panel value="problems" className={classes.toolPanel}>
        <Pane>
          <Problems session={session} captureId={captureId} onSelect={onSelect} />
        </Pane>
      </Tabs.Panel>
    </Tabs>
  );
}
