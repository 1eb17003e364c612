import { matchesFilter } from '../mqtt/topic-filter.ts';

/**
 * Whether a topic is what `topic:` asks for; case counts, as in MQTT. With a wildcard it is a topic
 * filter (MQTT 3.1.1 §4.7). Without one it is a run of whole levels: `/sys/a1` finds what is below it
 * (a leading `/` only occurs at the start), `property/post` finds the topics in which these two
 * levels follow each other, and not `property/post_reply`.
 */
function matchesTopic(wanted: string, topic: string): boolean {
  return /[+#]/.test(wanted) ? matchesFilter(wanted, topic) : `/${topic}/`.includes(`/${wanted}/`);
}

/** Whether a topic is one of several that `topic:` asks for. */
export const topicTest =
  (wanted: readonly string[]) =>
  (topic: string): boolean =>
    wanted.some((each) => matchesTopic(each, topic));

/** What a test says of each topic number, asked once per number. */
export class TopicDecisions {
  private decisions = new Uint8Array(256);
  private readonly decide: (number: number) => boolean;

  constructor(decide: (number: number) => boolean) {
    this.decide = decide;
  }

  get(number: number): boolean {
    const known = this.decisions[number] ?? 0;
    return known === 0 ? this.learn(number) : known === YES;
  }

  private learn(number: number): boolean {
    if (number >= this.decisions.length) {
      const larger = new Uint8Array(Math.max(number + 1, this.decisions.length * 2));
      larger.set(this.decisions);
      this.decisions = larger;
    }
    const decision = this.decide(number);
    this.decisions[number] = decision ? YES : NO;
    return decision;
  }
}

const NO = 1;
const YES = 2;
