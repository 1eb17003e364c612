import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { chooseEvent, eventsOf } from '../../shared/alibaba/messages/fit-to-model.ts';
import { readJsonText, withoutMember, withValue } from '../../shared/alibaba/messages/json-text.ts';
import type { MessageKindName } from '../../shared/alibaba/messages/kinds.ts';
import {
  fieldsOfMessage,
  identifierIn,
  type MessageField,
  usesModel,
  valuePath,
} from '../../shared/alibaba/messages/message-fields.ts';
import type { ThingModel } from '../../shared/alibaba/thing-model.ts';
import type { TripleTarget } from '../../shared/contract/devices.ts';
import { type Draft, kindDraft, messageKind } from './drafts.ts';
import { FieldRow } from './field-row.tsx';
import classes from './fields-panel.module.css';
import { ThingModelDialog } from './thing-model-dialog.tsx';

interface Props {
  readonly draft: Draft;
  readonly target: TripleTarget;
  readonly model: ThingModel | null;
  onChange(part: Partial<Draft>): void;
}

/**
 * The values of the payload in fields of their types. The payload is what counts: the fields show
 * what stands in it, and write into it one value at a time.
 */
export function FieldsPanel({ draft, target, model, onChange }: Props) {
  const { t } = useTranslation();
  const [editing, setEditing] = useState(false);
  const { kind } = draft;
  return (
    <section className={classes.panel} aria-label={t('fields.title')}>
      {kind === null || draft.isHex ? (
        <p className={classes.note}>{t(draft.isHex ? 'fields.bytes' : 'fields.free')}</p>
      ) : (
        <Fields draft={draft} kind={kind} target={target} model={model} onChange={onChange} />
      )}
      {kind !== null && usesModel(kind) && (
        <div className={classes.model}>
          {model === null && <span>{t('fields.noModel', { productKey: target.productKey })}</span>}
          <Button variant="default" size="compact-xs" onClick={() => setEditing(true)}>
            {t(model === null ? 'fields.addModel' : 'fields.editModel')}
          </Button>
        </div>
      )}
      {editing && (
        <ThingModelDialog target={target} model={model} onClose={() => setEditing(false)} />
      )}
    </section>
  );
}

interface FieldsProps extends Props {
  readonly kind: MessageKindName;
}

function Fields({ draft, kind, target, model, onChange }: FieldsProps) {
  const { t } = useTranslation();
  const { topic, payload, template } = draft;
  const root = readJsonText(payload, template);
  const events = kind === 'event-post' && model ? eventsOf(model) : [];
  const chosen = identifierIn(topic) ?? '';

  function write(field: MessageField, raw: string | null): void {
    if (root === null) return;
    onChange({
      payload:
        raw === null
          ? withoutMember(payload, root, field.path)
          : withValue(payload, root, valuePath(root, field), raw),
    });
  }

  function writeAnew(): void {
    const known = messageKind(kind);
    if (known) onChange({ ...kindDraft(known, target, null, model), topic });
  }

  return (
    <>
      {events.length > 0 && (
        <NativeSelect
          label={t('fields.event')}
          value={chosen}
          onChange={({ currentTarget }) => {
            const event = events.find(({ identifier }) => identifier === currentTarget.value);
            if (event) onChange(chooseEvent(draft, event));
          }}
          data={[
            ...(events.some(({ identifier }) => identifier === chosen) ? [] : [chosen]),
            ...events.map(({ identifier, name }) => ({
              value: identifier,
              label: name ? `${identifier} · ${name}` : identifier,
            })),
          ]}
        />
      )}
      {root === null ? (
        <div className={classes.note} role="status">
          <p>{t('fields.notJson')}</p>
          <Button variant="default" size="compact-xs" onClick={writeAnew}>
            {t('fields.writeAnew')}
          </Button>
        </div>
      ) : (
        fieldsOfMessage(kind, topic, model).map((field) => (
          <FieldRow
            key={field.path.join('.')}
            field={field}
            payload={payload}
            root={root}
            isTemplate={template}
            onWrite={(raw) => write(field, raw)}
          />
        ))
      )}
    </>
  );
}
