import type { TypeFigures } from '../../../../shared/contract/statistics.ts';
import { packetTypeNames, packetTypeNumbers, qosOf } from '../../../../shared/mqtt/packet-types.ts';
import { PacketDrawers } from './packet-drawers.ts';

const { PUBLISH } = packetTypeNumbers;
/** A drawer for each of the sixteen types by number, bytes that form none, PUBLISH by QoS. */
const BROKEN = 16;
const QOS_0 = 17;
const DRAWERS = QOS_0 + 4;

/** Counts packets by type, PUBLISH by its QoS too. */
export class TypeTallies {
  private readonly drawers = new PacketDrawers(DRAWERS);

  /** @param header the packet's first byte */
  add(header: number, broken: boolean, sent: boolean, size: number): void {
    const type = header >> 4;
    this.drawers.put(broken ? BROKEN : type, sent, size);
    if (type === PUBLISH && !broken) this.drawers.put(QOS_0 + qosOf(header), sent, size);
  }

  /** The types that there are, in the order of their numbers. */
  figures(): TypeFigures[] {
    const figures: TypeFigures[] = [];
    const tell = (drawer: number, type: string, qos: number | null) => {
      const found = this.drawers.figures(drawer);
      if (found !== null) figures.push({ type, qos, ...found });
    };
    for (const [type, name] of packetTypeNames.entries()) {
      tell(type, name.toLowerCase(), null);
      if (type !== PUBLISH) continue;
      for (let qos = 0; qos < DRAWERS - QOS_0; qos += 1) tell(QOS_0 + qos, name.toLowerCase(), qos);
    }
    tell(BROKEN, 'broken', null);
    return figures;
  }
}
