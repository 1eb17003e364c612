import type { Columns } from '../../../shared/filter/columns.ts';
import { expectsAnswer } from '../../../shared/session/exchange.ts';
import type { Capture } from './capture.ts';

/** A capture as a filter sees it: its index and its topics. */
export function captureColumns(capture: Capture): Columns {
  const { index, topics } = capture.log;
  return {
    start: () => capture.about.startedAt * 1_000,
    time: (row) => index.time(row),
    sent: (row) => index.sent(row),
    header: (row) => index.header(row),
    broken: (row) => index.broken(row),
    connection: (row) => index.connection(row) + 1,
    size: (row) => index.size(row),
    packetId: (row) => index.packetId(row),
    topic: (row) => index.topic(row),
    topicText: (number) => topics.text(number),
    code: (row) => index.code(row),
    peer: (row) => index.peer(row),
    linked: (row) => index.linked(row),
    bookmarked: (row) => capture.isBookmarked(row),
    problem: (row) => capture.hasProblem(row),
    // The capture decides; the first two spare making a row for nearly every packet.
    unanswered: (row) =>
      index.peer(row) < 0 &&
      expectsAnswer(index.header(row)) &&
      capture.rows(row, 1)[0]?.unanswered === true,
  };
}
