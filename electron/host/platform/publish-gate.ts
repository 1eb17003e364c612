import type { PublishPacket } from 'aedes';
import { userName } from '../../../shared/alibaba/signature.ts';
import type { TopicOwner } from '../../../shared/alibaba/topics.ts';
import { type PlatformLimits, RATE_SECOND_MS, RateWindows } from './limits.ts';
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
  private readonly rates = new RateWindows(RATE_SECOND_MS);

  constructor(options: PublishGateOptions) {
    this.options = options;
  }

  judge(owner: TopicOwner, packet: PublishPacket): PublishVerdict {
    const { topic, payload, qos } = packet;
    const { registry, log, limits } = this.options;
    const bytes = Buffer.byteLength(payload);
    if (bytes > limits.payloadBytes) {
      log.add(owner, 'up', logCode.badPayload, `payload of ${bytes} bytes on ${topic}`);
      return 'lost';
    }
    if (this.isThrottled(owner, packet)) return 'lost';
    if (registry.permissionsOf(owner).routeOf(topic) === 'refused') {
      log.add(owner, 'up', logCode.notAuthorised, `No authorization: ${topic}`);
      return 'refused';
    }
    // QoS 2 is not supported, and what happens on the wire not documented: the handshake is
    // completed as MQTT says, and the message taken as one of QoS 1.
    if (qos === 2) log.add(owner, 'up', logCode.badParameter, `QoS 2 taken as 1: ${topic}`);
    return 'taken';
  }

  /** Over one of the rates of a device. */
  private isThrottled(owner: TopicOwner, { topic, qos, payload }: PublishPacket): boolean {
    const { qos0PerSecond, qos1PerSecond, bytesPerSecond, shadowPerSecond } = this.options.limits;
    const messages = qos === 0 ? qos0PerSecond : qos1PerSecond;
    return (
      this.isOver(owner, `qos${Math.min(qos, 1)}`, messages, 1) ||
      this.isOver(owner, 'bytes', bytesPerSecond, Buffer.byteLength(payload)) ||
      (topic.startsWith('/shadow/update/') && this.isOver(owner, 'shadow', shadowPerSecond, 1))
    );
  }

  /** One line of the log for each second in which something is lost. */
  private isOver(owner: TopicOwner, rate: string, limit: number, amount: number): boolean {
    const key = `${rate} ${userName(owner.deviceName, owner.productKey)}`;
    const { count, isOver, isFirstOver } = this.rates.take(key, performance.now(), limit, amount);
    if (isFirstOver) {
      const message = `Rate limit:${limit},current qps:${count}`;
      this.options.log.add(owner, 'up', logCode.throttled, message);
    }
    return isOver;
  }
}
