import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AutoReplyChanges } from '../../shared/contract/auto-replies.ts';
import type { TripleTarget } from '../../shared/contract/devices.ts';
import type { Session } from '../../shared/contract/sessions.ts';
import { ask } from '../bridge.ts';
import { Failure } from '../components/failure.tsx';
import { errorDetail, explainError } from '../i18n/explain.ts';
import { useProgress } from '../stores/progress.ts';
import { useApp } from '../stores/use-app.ts';
import { useThingModel } from '../stores/use-thing-model.ts';
import { AddService } from './add-service.tsx';
import classes from './replies.module.css';
import { ReplyEditor } from './reply-editor.tsx';
import { ReplyItem } from './reply-item.tsx';
import { type ReplyRow, replyRows, rowKey } from './reply-rows.ts';

/** What a device answers the cloud by itself while its session runs, in front or not. */
export function Replies({ session }: { session: Session }) {
  const device = useApp(({ devices }) => devices.find(({ id }) => id === session.deviceId));
  if (!device || device.target.kind === 'broker') return null;
  return <DeviceReplies session={session} target={device.target} />;
}

function DeviceReplies({ session, target }: { session: Session; target: TripleTarget }) {
  const { t } = useTranslation();
  const model = useThingModel(target.productKey);
  const [added, setAdded] = useState<readonly string[]>([]);
  const [chosen, setChosen] = useState(rowKey('property-set', ''));
  const [failure, setFailure] = useState<unknown>(null);
  const services = (model?.services ?? []).map(({ identifier }) => identifier);
  const saved = useProgress(session.id, ({ autoReplies }) => autoReplies) ?? [];
  const rows = replyRows(saved, [...services, ...added]);
  const row = rows.find(({ key }) => key === chosen) ?? rows[0];
  const { deviceId } = session;

  async function attempt(action: Promise<unknown>): Promise<void> {
    setFailure(null);
    await action.catch(setFailure);
  }

  function save(
    { trigger, service }: ReplyRow,
    changes: Omit<AutoReplyChanges, 'trigger' | 'service'>,
  ): void {
    const reply = { trigger, service, ...changes };
    void attempt(ask('autoReplies.save', { deviceId, reply }));
  }

  function remove({ saved, service }: ReplyRow): void {
    setAdded(added.filter((other) => other !== service));
    if (saved) void attempt(ask('autoReplies.remove', { deviceId, replyId: saved.id }));
  }

  return (
    <section className={classes.replies} aria-label={t('replies.title')}>
      <div className={classes.side}>
        <ul className={classes.list} aria-label={t('replies.requests')}>
          {rows.map((one) => (
            <ReplyItem
              key={one.key}
              row={one}
              isChosen={one.key === row?.key}
              session={session}
              target={target}
              onChoose={() => setChosen(one.key)}
              onToggle={(enabled) => save(one, { enabled })}
            />
          ))}
        </ul>
        <AddService
          onAdd={(service) => {
            setAdded([...added, service]);
            setChosen(rowKey('service', service));
          }}
        />
      </div>
      <div className={classes.editor}>
        {failure !== null && (
          <Failure
            text={explainError(failure)}
            detail={errorDetail(failure)}
            detailLabel={t('replies.details')}
          />
        )}
        {row && (
          <ReplyEditor
            key={row.key}
            row={row}
            onSave={(changes) => save(row, changes)}
            onRemove={row.saved || added.includes(row.service) ? () => remove(row) : null}
          />
        )}
      </div>
    </section>
  );
}
