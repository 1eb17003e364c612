/** What a code in the local platform's log means, and what to think of. */
export const platformCodes = {
  ok: { name: 'OK', why: 'Taken, sent or begun as it should be.' },
  offline: {
    name: 'offline',
    why: 'The device went offline. The message says why: another connection of the same device, keep-alive timeout, reset, its own DISCONNECT, or cut on demand.',
  },
  'connack-2': {
    name: 'identifier rejected',
    why: 'CONNACK 2: the client id is malformed, or its securemode does not fit the transport (3 over TCP and WebSocket, 2 over TLS).',
  },
  'connack-3': {
    name: 'server unavailable',
    why: 'CONNACK 3: keep-alive under 30 s, or more than five logins of the device in a minute.',
  },
  'connack-4': {
    name: 'bad user name or password',
    why: 'CONNACK 4: user name or password malformed, no such device on this platform, or the device is disabled.',
  },
  'connack-5': {
    name: 'not authorised',
    why: 'CONNACK 5: the signature does not fit. Look at the secret, the method, and that client id and timestamp are the signed ones.',
  },
  shadow: {
    name: 'shadow refused',
    why: 'The shadow answered the request with an error: {{meaning}}.',
  },
  'rrpc-response': {
    name: 'RRPC response invalid',
    why: 'A response that no call waits for: it came too late, or its message id is another.',
  },
  'rrpc-timeout': {
    name: 'RRPC timed out',
    why: 'The device did not respond within 8 s. It must subscribe to the request topic and publish on the response topic with the same message id.',
  },
  'no-script': {
    name: 'no parsing script',
    why: 'Raw data needs a parsing script in the product; the local platform has none.',
  },
  'not-alink': {
    name: 'not Alink',
    why: 'The topic is none of the Alink methods that the local platform serves; the message is not answered.',
  },
  'device-offline': {
    name: 'device offline',
    why: 'The call needs a connected device; RRPC on a custom topic also needs ext=1 in its client id.',
  },
  'not-authorised': {
    name: 'topic not authorised',
    why: 'The device has no right to this topic: it is not defined, it belongs to another device, or it goes the other way only. A custom topic can be defined under “Topics”.',
  },
  'bad-payload': {
    name: 'payload illegal',
    why: 'The payload is too large, or not what this topic takes.',
  },
  'bad-parameter': {
    name: 'parameter illegal',
    why: 'A parameter is not what the platform takes; the message says which.',
  },
  throttled: {
    name: 'throttled',
    why: 'Over a rate limit: 30 messages a second at QoS 0 and 10 at QoS 1 from a device, 50 to it. What is over it is lost, without an answer.',
  },
  internal: {
    name: 'internal error',
    why: 'A fault of the local platform itself. Please report it with the message.',
  },
  alink: { why: 'Alink code {{code}}, as the platform’s documents list it.' },
} as const;
