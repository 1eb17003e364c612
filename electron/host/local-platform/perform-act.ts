import type { TopicOwner } from '../../../shared/alibaba/topics.ts';
import type { ActOutcome, PlatformAct } from '../../../shared/contract/platform.ts';
import type { CallOutcome } from '../platform/cloud.ts';
import type { Platform } from '../platform/platform.ts';
import { PlatformError } from '../platform/platform-error.ts';
import { shownText } from './device-view.ts';

/** Does something as the cloud; what the platform's API refuses is an outcome, with its code. */
export async function performAct(
  platform: Platform,
  owner: TopicOwner,
  act: PlatformAct,
): Promise<ActOutcome> {
  const began = performance.now();
  try {
    const outcome = await perform(platform, owner, act);
    const milliseconds = performance.now() - began;
    switch (outcome.status) {
      case 'replied':
        return { ...outcome, payload: shownText(outcome.payload), milliseconds };
      case 'timeout':
        return { status: 'timed-out', milliseconds };
      default:
        return outcome;
    }
  } catch (error) {
    if (!(error instanceof PlatformError)) throw error;
    const { refusal, code, what } = error;
    return { status: 'refused', refusal, code, what };
  }
}

type Done = Extract<ActOutcome, { status: 'done' }>;

const done = (receivers: number | null): Done => ({ status: 'done', receivers });

async function perform(
  platform: Platform,
  owner: TopicOwner,
  act: PlatformAct,
): Promise<CallOutcome | Done> {
  const { cloud } = platform;
  const triple = `${owner.productKey}/${owner.deviceName}`;
  const sent = (topic: string) => done(platform.reaches(owner, topic) ? 1 : 0);
  switch (act.kind) {
    case 'set-property':
      return await cloud.setProperty(owner, act.values);
    case 'set-desired':
      return await cloud.setDesired(owner, act.values);
    case 'call-service': {
      const { identifier, inputs, sync } = act;
      return await cloud.callService(owner, identifier, inputs, {
        ...(sync !== undefined && { sync }),
      });
    }
    case 'rrpc':
      return await cloud.rrpc(owner, act.payload, {
        ...(act.topic !== undefined && { topic: act.topic }),
      });
    case 'push-config':
      return await cloud.pushConfig(owner, { content: act.content });
    case 'set-log-upload':
      await cloud.setLogMode(owner, act.on ? 1 : 0);
      return sent(`/sys/${triple}/thing/config/log/push`);
    case 'change-shadow':
      cloud.changeShadow(owner, act.desired);
      return sent(`/shadow/get/${triple}`);
    case 'clear-shadow':
      cloud.deleteShadow(owner);
      return done(null);
    case 'start-ota': {
      const { kind: _kind, module, ...request } = act;
      cloud.startOta(owner, { ...request, ...(module ? { module } : {}) });
      return sent(`/ota/device/upgrade/${triple}`);
    }
    case 'cancel-ota':
      cloud.cancelOta(owner);
      return done(null);
    case 'broadcast':
      return await broadcast(platform, owner.productKey, act.payload, act.name);
    case 'publish':
      cloud.publish(owner, act.topic, act.payload, act.qos);
      return sent(act.topic);
  }
}

async function broadcast(
  platform: Platform,
  productKey: string,
  payload: string,
  name: string | undefined,
): Promise<Done> {
  if (name === undefined) return done(platform.cloud.broadcast(productKey, payload));
  const topic = `/broadcast/${productKey}/${name}`;
  const owners = platform.devices().filter((owner) => owner.productKey === productKey);
  const receivers = owners.filter((owner) => platform.reaches(owner, topic)).length;
  await platform.cloud.broadcastTo(productKey, name, payload);
  return done(receivers);
}
