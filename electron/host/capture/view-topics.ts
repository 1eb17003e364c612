import { packetTypeNumbers } from '../../../shared/mqtt/packet-types.ts';
import type { Capture } from './capture.ts';
import { SLICE_MS, type Turns } from './view-turns.ts';

const { PUBLISH } = packetTypeNumbers;
/** Rows between two looks at the clock. */
const STRIDE = 1024;

/** The topics that messages of a capture were published to, learnt when they are asked for. */
export class TopicsSeen {
  private readonly capture: Capture;
  private readonly turns: Turns;
  /** Topic numbers in order of appearance; the topic table has client ids and filters as well. */
  private readonly numbers = new Set<number>();
  private read = 0;

  constructor(capture: Capture, turns: Turns) {
    this.capture = capture;
    this.turns = turns;
  }

  /** The first `count` topics that contain the text, whatever its case. */
  async containing(text: string, count: number): Promise<string[]> {
    const { index, topics } = this.capture.log;
    const end = index.length;
    while (this.read < end) {
      await this.turns.next();
      this.readSlice(end);
    }
    const wanted = text.toLowerCase();
    const found: string[] = [];
    for (const number of this.numbers) {
      if (found.length === count) break;
      const topic = topics.text(number);
      if (topic.toLowerCase().includes(wanted)) found.push(topic);
    }
    return found;
  }

  private readSlice(end: number): void {
    const { index } = this.capture.log;
    const until = performance.now() + SLICE_MS;
    for (; this.read < end; this.read += 1) {
      if (this.read % STRIDE === 0 && performance.now() >= until) return;
      const topic = index.topic(this.read);
      if (topic >= 0 && index.header(this.read) >> 4 === PUBLISH) this.numbers.add(topic);
    }
  }
}
