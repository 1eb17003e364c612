import { describeTopic } from '../../../shared/alibaba/describe-topic.ts';
import { packetTypeNumbers } from '../../../shared/mqtt/packet-types.ts';
import type { Capture } from './capture.ts';

const { PUBLISH } = packetTypeNumbers;

/** Which messages of a capture get replies above MQTT: Alink and RRPC, time and shadow. */
export class ReplyRules {
  private readonly capture: Capture;
  /** By topic number and direction: whether a message is answered by the platform's rules. */
  private readonly answeredTopics: (boolean | undefined)[] = [];

  constructor(capture: Capture) {
    this.capture = capture;
  }

  /** Whether a message is one that a reply may come to. */
  asks(row: number): boolean {
    const { index, dialogues, topics } = this.capture.log;
    const topic = index.topic(row);
    if (topic < 0 || index.header(row) >> 4 !== PUBLISH) return false;
    const { kind } = dialogues.roleOf(topic, topics.text(topic));
    return kind === 'asks' || (kind === 'custom-rrpc' && !index.sent(row));
  }

  /**
   * Whether a reply is due to a message that asks: the platform's topic catalogue has one for its
   * topic, and it does not decline it by `sys.ack` 0 (D-120329).
   */
  isDue(row: number): boolean {
    const { index, topics } = this.capture.log;
    if (index.declinesReply(row)) return false;
    const from = index.sent(row) ? 'up' : 'down';
    const place = 2 * index.topic(row) + (from === 'up' ? 1 : 0);
    let known = this.answeredTopics[place];
    if (known === undefined) {
      const described = describeTopic(topics.text(index.topic(row)), from, null);
      known = described !== null && described.from === from && described.reply !== null;
      this.answeredTopics[place] = known;
    }
    return known;
  }
}
