import { Button, Popover, UnstyledButton } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Reply } from '../../shared/contract/replies.ts';
import type { Session } from '../../shared/contract/sessions.ts';
import { matchesFilter } from '../../shared/mqtt/topic-filter.ts';
import { ask } from '../bridge.ts';
import { formatCount, formatDuration } from '../components/format.ts';
import { formatJson } from '../components/format-json.ts';
import { Warnings } from '../components/warnings.tsx';
import { alinkCodeText, shadowCodeText } from '../i18n/code-names.ts';
import classes from './outcome.module.css';
import type { ReplyState } from './use-publish.ts';

interface Props {
  readonly session: Session;
  readonly state: ReplyState;
}

/** The platform's reply to what was just published, or why there is none. */
export function ReplyText({ session, state }: Props) {
  const { t } = useTranslation();
  if (state.kind === 'received')
    return (
      <span className={classes.reply}>
        <Received reply={state.reply} />
        <Whole payload={state.reply.payload} />
      </span>
    );
  const listens = session.subscriptions.some(
    ({ filter, granted }) =>
      granted !== null && granted < 128 && matchesFilter(filter, state.topic),
  );
  return (
    <span className={classes.reply}>
      <span role="status" className={classes.said}>
        {state.kind === 'missing' && <IconAlertTriangle size={14} aria-hidden />}
        {t(state.kind === 'missing' ? 'publish.replyMissing' : 'publish.replyAwaited')}
      </span>
      {!listens && <NotSubscribed session={session} topic={state.topic} />}
    </span>
  );
}

function Received({ reply }: { reply: Reply }) {
  const { t, i18n } = useTranslation();
  const { code, isSuccess, leftOut, milliseconds, clockOffset } = reply;
  return (
    <span role="status" className={classes.said}>
      {(code !== null || isSuccess !== null) && (
        <span className={`${classes.code} ${isSuccess === false ? classes.refused : ''}`}>
          {code ?? t(isSuccess ? 'publish.replyTaken' : 'publish.replyRefused')}
        </span>
      )}
      {code !== null && <span>{meaningOf(reply, code)}</span>}
      {leftOut.length > 0 && (
        <Warnings texts={[t('publish.leftOut', { names: leftOut.join(', ') })]} />
      )}
      {clockOffset !== null && (
        <span>
          {t(clockOffset < 0 ? 'publish.clockBehind' : 'publish.clockAhead', {
            number: formatCount(Math.abs(Math.round(clockOffset)), i18n.language),
          })}
        </span>
      )}
      {milliseconds !== null && (
        <span>{t('publish.replyAfter', { duration: formatDuration(milliseconds) })}</span>
      )}
    </span>
  );
}

/** What the documents say of a code; the reply's own words where they have none. */
function meaningOf({ protocol, message }: Reply, code: number): string {
  return (protocol === 'alink' ? alinkCodeText : shadowCodeText)(code) || message;
}

/** The reply's payload on what is left of the line, and whole when it is asked for. */
function Whole({ payload }: { payload: string }) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState(false);
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      position="top-start"
      width="min(32rem, calc(100vw - 2rem))"
      shadow="md"
      trapFocus
      returnFocus
      transitionProps={{ duration: 0 }}
    >
      <Popover.Target>
        <UnstyledButton
          className={`${classes.payload} ellipsis`}
          aria-label={t('publish.wholeReply')}
          title={t('publish.wholeReply')}
          onClick={() => setOpened(!opened)}
        >
          {payload}
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and must do so by keyboard */}
        <pre className={classes.whole} tabIndex={0}>
          {indented(payload)}
        </pre>
      </Popover.Dropdown>
    </Popover>
  );
}

/** JSON over several lines; any other text, and JSON that was cut, as it is. */
function indented(payload: string): string {
  try {
    JSON.parse(payload);
    return formatJson(payload);
  } catch {
    return payload;
  }
}

function NotSubscribed({ session, topic }: { session: Session; topic: string }) {
  const { t } = useTranslation();
  return (
    <>
      <span className="ellipsis" title={topic}>
        {t('publish.replyNotSubscribed')}
      </span>
      <Button
        variant="default"
        size="compact-xs"
        flex="none"
        // Its outcome stands in the list of subscriptions.
        onClick={() =>
          void ask('sessions.subscribe', { sessionId: session.id, filter: topic, qos: 1 }).catch(
            () => undefined,
          )
        }
      >
        {t('publish.subscribeToReply')}
      </Button>
    </>
  );
}
