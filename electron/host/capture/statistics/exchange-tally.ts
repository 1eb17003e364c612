import { TimeTally } from './time-tally.ts';

/** What is counted of the exchanges of one kind that begin in one direction. */
export class ExchangeTally {
  readonly times = new TimeTally();
  /** Requests that never will be answered. */
  lost = 0;
  /** Requests whose answer is overdue, and may come yet, when they were last looked at. */
  overdue = 0;
}
