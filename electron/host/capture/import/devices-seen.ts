import { type Server, targetOfConnect } from '../../../../shared/alibaba/target-of-connect.ts';
import type { TripleTarget } from '../../../../shared/contract/devices.ts';
import { connectFacts } from '../../../../shared/mqtt/connect-facts.ts';

/** Finds out whose session an import is. */
export class DevicesSeen {
  private first: TripleTarget | null = null;
  private others = false;

  /** Shows a packet that a client sent. */
  sent(bytes: Buffer, server: Server): void {
    const facts = connectFacts(bytes);
    if (facts === null) return;
    const target = targetOfConnect(facts, server);
    if (target === null) this.others = true;
    else if (this.first === null) this.first = target;
    else if (!isSameDevice(target, this.first)) this.others = true;
  }

  /** The platform's device that every CONNECT named; null where there were others: rules are one device's. */
  get only(): TripleTarget | null {
    return this.others ? null : this.first;
  }
}

const isSameDevice = (one: TripleTarget, other: TripleTarget): boolean =>
  one.productKey === other.productKey && one.deviceName === other.deviceName;
