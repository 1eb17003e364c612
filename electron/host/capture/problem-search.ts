import {
  noContent,
  type PacketContent,
} from '../../../shared/alibaba/diagnosis/packet/packet-content.ts';
import type { WatchedPacket } from '../../../shared/alibaba/diagnosis/session/session-rule.ts';
import type { Found, Unanswered } from '../../../shared/alibaba/diagnosis/session/watch-session.ts';
import { SessionWatch } from '../../../shared/alibaba/diagnosis/session/watch-session.ts';
import type { ThingModel } from '../../../shared/alibaba/thing-model.ts';
import type { DeviceTarget } from '../../../shared/contract/devices.ts';
import type { PacketRow } from '../../../shared/contract/packets.ts';
import { PROBLEMS_MAX, type Problem, type ProblemList } from '../../../shared/contract/problems.ts';
import { packetTypeOf } from '../../../shared/mqtt/packet-types.ts';
import {
  ANSWER_OVERDUE_US,
  expectsAnswer,
  overdueAfter,
} from '../../../shared/session/exchange.ts';
import type { Capture } from './capture.ts';
import { FilterPayloads } from './filter-payloads.ts';
import { LostConnections } from './lost-connections.ts';
import { contentOf, hasContent } from './packet-content.ts';
import { withTopicAsked } from './packet-detail.ts';
import { SLICE_MS, type Turns } from './view-turns.ts';

/** Milliseconds of one look: other captures come between two of a large one. */
const LOOK_MS_MAX = 200;
/** Requests looked at again until they are answered or overdue. */
const PENDING_MAX = 10_000;

/** What is held true of a broker that nobody described: an imported file. */
const unknownBroker: DeviceTarget = {
  kind: 'broker',
  name: '',
  host: '',
  port: 1883,
  transport: 'tcp',
  keepAlive: 0,
  cleanSession: true,
  rootCertificate: null,
  mqttVersion: '3.1.1',
  clientId: '',
  username: '',
};

/**
 * Looks through one capture for problems, in slices beside everything else, and goes on as packets
 * come. Same findings of one subject are counted together.
 */
export class ProblemSearch {
  readonly capture: Capture;
  private readonly turns: Turns;
  private readonly target: DeviceTarget;
  private readonly watch: SessionWatch;
  private readonly payloads: FilterPayloads;
  private readonly problems = new Map<string, Problem>();
  private readonly lost: LostConnections;
  private hidden = 0;
  private next = 0;
  private pending: number[] = [];
  private changed = false;
  /** It was looked at when nothing was to come any more. */
  private sawEnd = false;
  /** The last look did not come to the end. */
  private wasBehind = false;

  /** @param thingModelOf the thing model of a product, null where none is known */
  constructor(
    capture: Capture,
    turns: Turns,
    thingModelOf: (productKey: string) => ThingModel | null,
  ) {
    this.capture = capture;
    this.turns = turns;
    this.payloads = new FilterPayloads(capture);
    const target = capture.about.target ?? unknownBroker;
    this.target = target;
    this.lost = new LostConnections(target);
    this.watch = new SessionWatch(target, () =>
      target.kind === 'broker' ? null : thingModelOf(target.productKey),
    );
  }

  list(): ProblemList {
    return {
      captureId: this.capture.id,
      problems: [...this.problems.values()].sort((one, other) => one.firstRow - other.firstRow),
      hidden: this.hidden,
      checked: this.next,
      packets: this.capture.log.index.length,
    };
  }

  /** A finished capture that was looked through: there will be nothing new. */
  get isDone(): boolean {
    return this.sawEnd && this.next >= this.capture.log.index.length && this.pending.length === 0;
  }

  /** Looks at what is new, for a while; answers whether the list changed. */
  async look(): Promise<boolean> {
    const { index } = this.capture.log;
    const before = this.next;
    this.changed = false;
    await this.turns.next();
    this.lost.know((await this.capture.stateBands()).list);
    // What is noted or recorded while this look lasts is for the next one.
    const { isLive } = this.capture;
    const lookEnds = performance.now() + LOOK_MS_MAX;
    let sliceEnds = performance.now() + SLICE_MS;
    for (; this.next < index.length; this.next += 1) {
      if (performance.now() >= lookEnds) break;
      if (performance.now() >= sliceEnds) {
        await this.turns.next();
        sliceEnds = performance.now() + SLICE_MS;
      }
      this.addAll(this.lost.before(this.next));
      const [row] = this.capture.rows(this.next, 1);
      if (row === undefined || row.broken) continue;
      // Nearly all that is read lies in the window that was loaded last: nothing is waited for.
      this.packet(row, this.contentAtHand(row) ?? (await this.loadedContent(row)));
    }
    if (this.next >= index.length) {
      // A live session says itself why it is not connected; once it is connected again, its packets do.
      if (!isLive && !this.sawEnd) this.addAll(this.lost.before(this.next));
      this.sawEnd = !isLive;
      this.lookAtPending();
    }
    if (this.isDone) this.close();
    if (this.changed) this.capture.setProblemRows(this.markedRows());
    const isBehind = this.next < index.length;
    const tellsProgress = isBehind || this.wasBehind;
    this.wasBehind = isBehind;
    return this.changed || tellsProgress || (before !== this.next && this.problems.size > 0);
  }

  /** The packets that the timeline marks: of each problem its first and its last; hints are no trouble. */
  private markedRows(): Set<number> {
    const worse = [...this.problems.values()].filter(({ finding }) => finding.severity !== 'hint');
    return new Set(worse.flatMap(({ firstRow, lastRow }) => [firstRow, lastRow]));
  }

  /** Lets go of the capture's file. */
  close(): void {
    void this.payloads.close().catch(() => undefined);
  }

  /** What a diagnosis wants to read inside a packet; null where it has to be loaded first. */
  private contentAtHand(row: PacketRow): PacketContent | null {
    if (!hasContent(row, this.target)) return noContent;
    if (packetTypeOf(row.header) !== 'PUBLISH') return null;
    const payload = this.payloads.of(row.row);
    return payload && { payload: utf8Of(payload), connect: null };
  }

  private async loadedContent(row: PacketRow): Promise<PacketContent> {
    if (packetTypeOf(row.header) === 'PUBLISH') await this.payloads.load(row.row);
    return this.contentAtHand(row) ?? contentOf(this.capture, row, this.target);
  }

  private packet(row: PacketRow, content: PacketContent): void {
    const connection = this.capture.log.index.connection(row.row);
    const packet: WatchedPacket = { ...withTopicAsked(this.capture, row), connection };
    this.addAll(this.watch.overdue(row.time));
    this.addAll(this.watch.packet(packet, content));
    if (row.peer === null && expectsAnswer(row.header) && this.pending.length < PENDING_MAX) {
      this.pending.push(row.row);
    }
  }

  /** Requests without an answer: dropped once answered, told once overdue. */
  private lookAtPending(): void {
    const now = this.capture.now();
    this.addAll(this.watch.overdue(now));
    this.pending = this.pending.filter((number) => {
      const [row] = this.capture.rows(number, 1);
      if (row === undefined || row.peer !== null) return false;
      if (!row.unanswered || !this.isOver(row, now)) return true;
      this.add(this.watch.unanswered(this.unanswered(row, now)));
      return false;
    });
  }

  private unanswered({ row, header, time }: PacketRow, now: number): Unanswered {
    const { log } = this.capture;
    const within = overdueAfter(header, log.keepAlive(row));
    return { row, type: packetTypeOf(header), time, ended: log.ended(row), now, within };
  }

  /**
   * A message that lost its connection is told when its time is over all the same: until then the
   * device may have sent it again.
   */
  private isOver({ header, time }: PacketRow, now: number): boolean {
    return packetTypeOf(header) !== 'PUBLISH' || now - time >= ANSWER_OVERDUE_US;
  }

  private addAll(found: readonly Found[]): void {
    for (const one of found) this.add(one);
  }

  private add({ row, finding }: Found): void {
    if (finding.severity === 'error') this.lost.error(row);
    const { topic = '', type = '', alink = '', names = '' } = finding.values;
    const subject = String(topic || type);
    const key = `${finding.rule} ${subject} ${alink} ${names}`;
    const known = this.problems.get(key);
    this.changed = true;
    if (known !== undefined) {
      this.problems.set(key, { ...known, lastRow: row, count: known.count + 1 });
    } else if (this.problems.size < PROBLEMS_MAX) {
      const time = this.capture.log.index.time(row);
      this.problems.set(key, { finding, subject, firstRow: row, lastRow: row, count: 1, time });
    } else {
      this.hidden += 1;
    }
  }
}

const utf8Of = ({ buffer, byteOffset, length }: Uint8Array): string =>
  Buffer.from(buffer, byteOffset, length).toString('utf8');
