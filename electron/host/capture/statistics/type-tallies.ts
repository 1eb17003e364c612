import type { TypeFigures } from '../../../../shared/contract/statistics.ts';
import { packetTypeNames, packetTypeNumbers, qosOf } from '../../../../shared/mqtt/packet-types.ts';

const { PUBLISH } = packetTypeNumbers;
/** Packets are put in drawers: the sixteen types by number, bytes that form none, PUBLISH by QoS. */
const BROKEN = 16;
const QOS_0 = 17;
const DRAWERS = QOS_0 + 4;

/** Counts packets by type, PUBLISH by its QoS too. */
export class TypeTallies {
  private readonly sent = new Float64Array(DRAWERS);
  private readonly received = new Float64Array(DRAWERS);
  private readonly bytes = new Float64Array(DRAWERS);
  private readonly smallest = new Float64Array(DRAWERS).fill(Number.POSITIVE_INFINITY);
  private readonly largest = new Float64Array(DRAWERS);

  /** @param header the packet's first byte */
  add(header: number, broken: boolean, sent: boolean, size: number): void {
    const type = header >> 4;
    this.put(broken ? BROKEN : type, sent, size);
    if (type === PUBLISH && !broken) this.put(QOS_0 + qosOf(header), sent, size);
  }

  /** The types that there are, in the order of their numbers. */
  figures(): TypeFigures[] {
    const figures: TypeFigures[] = [];
    const tell = (drawer: number, type: string, qos: number | null) => {
      const [sent, received] = [at(this.sent, drawer), at(this.received, drawer)];
      if (sent + received === 0) return;
      const [smallest, largest] = [at(this.smallest, drawer), at(this.largest, drawer)];
      figures.push({ type, qos, sent, received, bytes: at(this.bytes, drawer), smallest, largest });
    };
    for (const [type, name] of packetTypeNames.entries()) {
      tell(type, name.toLowerCase(), null);
      if (type !== PUBLISH) continue;
      for (let qos = 0; qos < DRAWERS - QOS_0; qos += 1) tell(QOS_0 + qos, name.toLowerCase(), qos);
    }
    tell(BROKEN, 'broken', null);
    return figures;
  }

  private put(drawer: number, sent: boolean, size: number): void {
    const counts = sent ? this.sent : this.received;
    counts[drawer] = at(counts, drawer) + 1;
    this.bytes[drawer] = at(this.bytes, drawer) + size;
    this.smallest[drawer] = Math.min(at(this.smallest, drawer), size);
    this.largest[drawer] = Math.max(at(this.largest, drawer), size);
  }
}

const at = (column: Float64Array, drawer: number): number => column[drawer] ?? 0;
