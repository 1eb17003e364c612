import type { PublishPacket } from 'aedes';
import { userName } from '../../../shared/alibaba/signature.ts';
import type { TopicOwner } from '../../../shared/alibaba/topics.ts';
import { type PlatformLimits, RateWindows } from './limits.ts';
import { logCode, type PlatformLog } from './log.ts';
import type { Registry } from './registry.ts';

/**
 * What becomes of a PUBLISH. `refused`: without permission; what becomes of the connection then is
 * not documented, so the message is acknowledged and lost. `lost`: over a limit, not acknowledged.
 */
export type PublishVerdict = 'taken' | 'refused' | 'lost';

export interface PublishGateOptions {
  readonly registry: Registry;
  readonly log: PlatformLog;
  readonly limits: PlatformLimits;
}

/** Holds what devices publish against their rights and limits. */
export class PublishGate {
  private readonly options: PublishGateOptions;
  private readonly rates = new RateWindows(1000);

  constructor(options: PublishGateOptions) {
    this.options = options;
  }

  judge(owner: TopicOwner, { topic, payload, qos }: PublishPacket): PublishVerdict {
    const { registry, log, limits } = this.options;
    const bytes = Buffer.byteLength(payload);
    if (bytes > limits.payloadBytes) {
      log.add(owner, 'up', logCode.badPayload, `payload of ${bytes} bytes on ${topic}`);
      return 'lost';
    }
    if (this.isThrottled(owner, qos)) return 'lost';
    if (registry.permissionsOf(owner).routeOf(topic) === 'refused') {
      log.add(owner, 'up', logCode.notAuthorised, `No authorization: ${topic}`);
      return 'refused';
    }
    // QoS 2 is not supported, and what happens on the wire not documented: the handshake is
    // completed as MQTT says, and the message taken as one of QoS 1.
    if (qos === 2) log.add(owner, 'up', logCode.badParameter, `QoS 2 taken as 1: ${topic}`);
    return 'taken';
  }

  /** One line of the log for each second in which something is lost. */
  private isThrottled(owner: TopicOwner, qos: number): boolean {
    const { limits, log } = this.options;
    const limit = qos === 0 ? limits.qos0PerSecond : limits.qos1PerSecond;
    const key = `${Math.min(qos, 1)} ${userName(owner.deviceName, owner.productKey)}`;
    const count = this.rates.add(key, performance.now());
    if (count === limit + 1)
      log.add(owner, 'up', logCode.throttled, `Rate limit:${limit},current qps:${count}`);
    return count > limit;
  }
}
