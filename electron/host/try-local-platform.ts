import { randomBytes } from 'node:crypto';
import type { Device } from '../../shared/contract/devices.ts';
import { HostError } from '../../shared/contract/result.ts';
import type { Session as SessionInfo } from '../../shared/contract/sessions.ts';
import type { Rooms } from './rooms.ts';

const DEMO_NAME = 'demo-device';

/**
 * The shortest way to a first packet: a demo device on the built-in platform, connected with a real
 * signature, subscribed to the answers of its property posts, and one property posted.
 */
export async function tryLocalPlatform({ devices, sessions }: Rooms): Promise<SessionInfo> {
  const device = devices.list().find(isDemo) ?? (await sessions.saveDevice(demoDraft()));
  const running = sessions.list().find((session) => session.deviceId === device.id);
  if (running !== undefined && running.state.status !== 'closed') return running;
  const session = sessions.get((await sessions.connect(device.id)).id);
  await session.whenConnected();
  const topic = propertyTopic(device);
  await session.subscribe(`${topic}_reply`, 1);
  await session.publish({
    topic,
    qos: 1,
    retain: false,
    payload: { encoding: 'utf8', data: JSON.stringify(propertyPost(1)) },
  });
  return session.info();
}

function isDemo({ target }: Device): boolean {
  return target.kind === 'local' && target.deviceName === DEMO_NAME;
}

/** A product key as the console makes them: `a1` and nine letters or digits. */
function demoDraft() {
  return {
    id: null,
    secret: randomBytes(16).toString('hex'),
    target: {
      kind: 'local',
      productKey: `a1${randomBytes(5).toString('hex').slice(0, 9)}`,
      deviceName: DEMO_NAME,
      signMethod: 'hmacsha256',
      clientId: '',
      keepAlive: 60,
      cleanSession: false,
    },
  } as const;
}

function propertyTopic({ target }: Device): string {
  if (target.kind !== 'local') throw new HostError('internal', 'the demo device is a local one');
  return `/sys/${target.productKey}/${target.deviceName}/thing/event/property/post`;
}

/** The article's message: a temperature and a humidity. */
function propertyPost(id: number) {
  return {
    id: String(id),
    version: '1.0',
    params: { temperature: 23.5, humidity: 73 },
    method: 'thing.event.property.post',
  };
}
