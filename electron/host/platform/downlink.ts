import { userName } from '../../../shared/alibaba/signature.ts';
import type { TopicOwner } from '../../../shared/alibaba/topics.ts';
import type { PlatformBroker } from './broker.ts';
import { type PlatformLimits, RATE_SECOND_MS, RateWindows } from './limits.ts';
import { logCode, type PlatformLog } from './log.ts';
import type { Registry } from './registry.ts';

export interface DownlinkRooms {
  readonly broker: PlatformBroker;
  readonly registry: Registry;
  readonly log: PlatformLog;
  readonly limits: PlatformLimits;
}

/** Messages of the platform to one device. */
export class Downlink {
  private readonly rooms: DownlinkRooms;
  private readonly rates = new RateWindows(RATE_SECOND_MS);

  constructor(rooms: DownlinkRooms) {
    this.rooms = rooms;
  }

  /** Sends as the device has subscribed, or to one with `_ss=1` without a subscription. */
  send(owner: TopicOwner, topic: string, payload: string | Buffer, qos: 0 | 1): void {
    if (this.isThrottled(owner)) return;
    const { broker, registry, log } = this.rooms;
    log.add(owner, 'down', logCode.ok, topic);
    const connection = broker.connectionOf(owner);
    const isAsked = connection?.receives(topic, Date.now()) ?? false;
    const isOwn = registry.permissionsOf(owner).isOwn(topic);
    if (topic.startsWith('/ext/rrpc/')) {
      // Its topic does not name the device: another one may have subscribed to it too.
      if (isAsked) connection?.push(topic, payload);
    } else if (connection?.login?.autoSubscribed && isOwn && !isAsked) {
      connection.push(topic, payload);
    } else {
      // Fails only while the broker closes, when nobody is left to tell.
      broker.publish(topic, payload, qos).catch(() => {});
    }
  }

  /** Sends to a connected device whether or not it has subscribed. */
  push(owner: TopicOwner, topic: string, payload: string): void {
    if (this.isThrottled(owner)) return;
    const { broker, log } = this.rooms;
    log.add(owner, 'down', logCode.ok, topic);
    broker.connectionOf(owner)?.push(topic, payload);
  }

  private isThrottled(owner: TopicOwner): boolean {
    const { log, limits } = this.rooms;
    const limit = limits.downPerSecond;
    const device = userName(owner.deviceName, owner.productKey);
    const { count, isOver, isFirstOver } = this.rates.take(device, performance.now(), limit);
    if (isFirstOver)
      log.add(owner, 'down', logCode.throttled, `Rate limit:${limit},current qps:${count}`);
    return isOver;
  }
}
