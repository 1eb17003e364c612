import type { ExchangeKind } from '../../../../shared/contract/series.ts';
import { ANSWER_OVERDUE_US, expectsAnswer } from '../../../../shared/session/exchange.ts';
import type { Capture } from '../capture.ts';
import { kindOfRequest } from '../exchange-kind.ts';
import { captureColumns } from '../filter-columns.ts';
import { ReplyRules } from '../reply-rules.ts';

/** What is known of the exchanges of one kind in a capture, by rows. */
export interface Exchanges {
  /** The other end of an exchange, or -1. */
  other(row: number): number;
  /** Whether a row that has an answer began an exchange of the kind. */
  began(row: number): boolean;
  /** Whether an answer of the kind is due to a row. */
  isDue(row: number): boolean;
  /** Whether an answer that is due and did not come yet is overdue, or cannot come any more. */
  isMissing(row: number): boolean;
}

export function exchangesOf(capture: Capture, kind: ExchangeKind): Exchanges {
  return kind === 'reply' ? replies(capture) : acknowledgements(capture, kind);
}

function replies(capture: Capture): Exchanges {
  const { index } = capture.log;
  const rules = new ReplyRules(capture);
  return {
    other: (row) => index.related(row),
    began: () => true,
    isDue: (row) => rules.asks(row) && rules.isDue(row),
    isMissing: (row) => index.time(row) <= capture.now() - ANSWER_OVERDUE_US,
  };
}

function acknowledgements(capture: Capture, kind: ExchangeKind): Exchanges {
  const { index } = capture.log;
  const isOfKind = (row: number) => kindOfRequest(index.header(row)) === kind;
  return {
    other: (row) => index.peer(row),
    began: isOfKind,
    isDue: (row) => expectsAnswer(index.header(row)) && isOfKind(row),
    isMissing: captureColumns(capture).unanswered,
  };
}
