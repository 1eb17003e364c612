/** What is known of every packet of one capture without reading it, by row; nothing is made per row. */
export interface Columns {
  /** When the capture began, in microseconds since the epoch: the screen counts from it too. */
  start(): number;
  /** Microseconds since the epoch. */
  time(row: number): number;
  sent(row: number): boolean;
  /** The first byte: control packet type and flags. */
  header(row: number): number;
  /** Bytes that form no control packet. */
  broken(row: number): boolean;
  /** Number of the network connection it crossed, in order within the capture from 1. */
  connection(row: number): number;
  /** Bytes on the wire. */
  size(row: number): number;
  /** 0 where the packet has none. */
  packetId(row: number): number;
  /** Number of the text in the topic column, or -1. */
  topic(row: number): number;
  /**
   * What a number stands for: a topic; filters joined by ", " (SUBSCRIBE, UNSUBSCRIBE); a client id
   * (CONNECT). It never changes.
   */
  topicText(number: number): string;
  /** Return or reason code, or -1. */
  code(row: number): number;
  /** Row of the other half of the exchange, or -1. */
  peer(row: number): number;
  /**
   * Row that belongs to this one besides its peer, or -1: the other message of a dialogue, the PUBREL
   * that goes on from a PUBREC, and the other way round.
   */
  linked(row: number): number;
  /** A request whose answer is overdue. */
  unanswered(row: number): boolean;
  /** A problem worse than a hint points at it: what only several packets, or a payload, tell. */
  problem(row: number): boolean;
  /** The user marked it. */
  bookmarked(row: number): boolean;
}
