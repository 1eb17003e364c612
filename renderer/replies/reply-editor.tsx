import { Button, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { templateProblem } from '../../shared/alibaba/messages/template.ts';
import type { AutoReplyDraft } from '../../shared/contract/auto-replies.ts';
import { NumberField } from '../components/number-field.tsx';
import { unusable } from '../components/unusable.ts';
import classes from './replies.module.css';
import { replyName } from './reply-name.ts';
import type { ReplyRow } from './reply-rows.ts';

/** The most milliseconds that an answer waits, as the contract has it. */
const DELAY_MAX = 60_000;

/** Those that only an answer has, by example, and two of the others. */
const PLACEHOLDERS =
  '{{request.id}} {{request.params.temperature}} {{request.payload}} {{now}} {{counter}}';

interface Props {
  readonly row: ReplyRow;
  onSave(changes: Pick<AutoReplyDraft, 'payload' | 'delayMs'>): void;
  /** null where there is nothing to remove. */
  readonly onRemove: (() => void) | null;
}

/** The answer to one request, as a template, and when it is given. */
export function ReplyEditor({ row, onSave, onRemove }: Props) {
  const { t } = useTranslation();
  const [payload, setPayload] = useState(row.payload);
  const [delayMs, setDelayMs] = useState<number | ''>(row.delayMs);
  const problem = templateProblem(payload, { triple: true, request: true });
  const isDelay = delayMs !== '' && delayMs >= 0 && delayMs <= DELAY_MAX;
  const isChanged = payload !== row.payload || delayMs !== row.delayMs;

  function save(event: FormEvent): void {
    event.preventDefault();
    if (problem === null && isDelay) onSave({ payload, delayMs });
  }

  return (
    <form className={classes.form} aria-label={replyName(row, t)} onSubmit={save}>
      <Textarea
        className={classes.fill ?? ''}
        classNames={{ wrapper: classes.fill ?? '', input: classes.payload ?? '' }}
        label={t('replies.payload', { name: replyName(row, t) })}
        value={payload}
        onChange={(event) => setPayload(event.currentTarget.value)}
        error={
          problem &&
          t('replies.badPlaceholder', { text: payload.slice(problem.start, problem.end) })
        }
        spellCheck={false}
      />
      <p className={`${classes.hint} ellipsis`} title={PLACEHOLDERS}>
        {t('replies.hint')} <code className="mono">{PLACEHOLDERS}</code>
      </p>
      <div className={classes.actions}>
        <NumberField
          className={classes.delay ?? ''}
          label={t('replies.delay')}
          value={delayMs}
          onChange={setDelayMs}
          error={!isDelay}
          allowDecimal={false}
          allowNegative={false}
          title={t('replies.delayRange')}
          hideControls
        />
        {onRemove !== null && (
          <Button variant="default" onClick={onRemove}>
            {t('replies.remove')}
          </Button>
        )}
        <Button type="submit" {...unusable(!isChanged || problem !== null || !isDelay)}>
          {t('replies.save')}
        </Button>
      </div>
    </form>
  );
}
