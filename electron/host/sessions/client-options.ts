import type { IClientOptions, IClientPublishOptions } from 'mqtt';
import type { ConnectProperties, Will } from '../../../shared/contract/broker-options.ts';
import type { PublishProperties } from '../../../shared/contract/publish-properties.ts';
import type { Credentials } from '../devices/login.ts';

/** MQTT 3.1 has a name of its own in CONNECT; 3.1.1 and 5 share one [MQTT-3.1.2-1]. */
const protocolId = (version: Credentials['protocolVersion']) =>
  version === 3 ? ('MQIsdp' as const) : ('MQTT' as const);

function willOptions({ topic, payload, qos, retain, delay }: Will, version: number) {
  return {
    topic,
    payload: Buffer.from(payload, 'utf8'),
    qos,
    retain,
    ...(version === 5 && delay !== undefined ? { properties: { willDelayInterval: delay } } : {}),
  };
}

type PropertyOptions = NonNullable<IClientOptions['properties']>;

/** A name may stand several times: its values are then a list, in order. */
function userPropertyLists(
  properties: readonly { readonly name: string; readonly value: string }[],
): Record<string, string[]> {
  const lists: Record<string, string[]> = {};
  for (const { name, value } of properties) lists[name] = [...(lists[name] ?? []), value];
  return lists;
}

function propertyOptions({ userProperties = [], ...rest }: ConnectProperties): PropertyOptions {
  const present = Object.entries(rest).filter(([, value]) => value !== undefined);
  return {
    ...Object.fromEntries(present),
    ...(userProperties.length === 0 ? {} : { userProperties: userPropertyLists(userProperties) }),
  };
}

type PublishOptions = NonNullable<IClientPublishOptions['properties']>;

/** What mqtt.js says of a message in PUBLISH. */
export function publishOptions({
  userProperties = [],
  correlationData,
  ...rest
}: PublishProperties): PublishOptions {
  const present = Object.entries(rest).filter(([, value]) => value !== undefined);
  return {
    ...Object.fromEntries(present),
    ...(correlationData === undefined
      ? {}
      : { correlationData: Buffer.from(correlationData, 'base64') }),
    ...(userProperties.length === 0 ? {} : { userProperties: userPropertyLists(userProperties) }),
  };
}

/** What mqtt.js says in CONNECT. */
export function clientOptions(credentials: Credentials): IClientOptions {
  const { clientId, username, password, keepAlive, cleanSession, protocolVersion } = credentials;
  const { will, properties } = credentials;
  return {
    clientId,
    protocolVersion,
    protocolId: protocolId(protocolVersion),
    keepalive: keepAlive,
    clean: cleanSession,
    ...(username === undefined ? {} : { username }),
    ...(password === undefined ? {} : { password }),
    ...(will === undefined ? {} : { will: willOptions(will, protocolVersion) }),
    ...(properties === undefined ? {} : { properties: propertyOptions(properties) }),
  };
}
