/** Findings for MQTT 5 reason codes. */
export const reasonFindings = {
  'reason-unspecified': {
    what: 'The broker refused this (code {{code}}).',
    why: 'It does not say why.',
    todo: 'Look into the broker’s log at this time.',
  },
  'reason-protocol': {
    what: 'The broker found a packet that breaks MQTT’s rules (code {{code}}).',
    why: 'A packet was malformed, came at the wrong moment, or used a packet ID, topic alias or receive window wrongly.',
    todo: 'Look at the packet sent just before.',
  },
  'reason-version': {
    what: 'The broker does not speak this MQTT version (code {{code}}).',
    why: 'It knows another version of the protocol than the one that was asked for.',
    todo: 'Choose MQTT 3.1.1 for this device.',
  },
  'reason-client-id': {
    what: 'The broker does not accept the client ID (code {{code}}).',
    why: 'It is too long or has characters that this broker does not allow.',
    todo: 'Set another client ID.',
  },
  'reason-credentials': {
    what: 'The broker does not accept the user name or password (code {{code}}).',
    why: 'One of the two is wrong or missing, or the broker wants another way to sign in.',
    todo: 'Type both again.',
  },
  'reason-not-authorized': {
    what: 'The broker does not allow this (code {{code}}).',
    why: 'This client has no right to connect, or to this topic.',
    todo: 'Check the rights of this user on the broker.',
  },
  'reason-unavailable': {
    what: 'The broker is busy, shutting down or not available (code {{code}}).',
    why: 'It cannot serve this client now.',
    todo: 'Wait a little and try again.',
  },
  'reason-banned': {
    what: 'The broker shuts this client out (code {{code}}).',
    why: 'Somebody, or a rule on the broker, banned it.',
    todo: 'Ask who runs the broker.',
  },
  'reason-keep-alive': {
    what: 'The broker heard nothing for too long (code {{code}}).',
    why: 'No packet arrived within one and a half times the keep alive of {{keepAlive}} s.',
    todo: 'Check the network; on a poor one a longer keep alive helps.',
  },
  'reason-taken-over': {
    what: 'Another connection took over this session (code {{code}}).',
    why: 'A client with the same client ID connected.',
    todo: 'Give each client its own client ID.',
  },
  'reason-topic': {
    what: 'The broker does not accept this topic or filter (code {{code}}).',
    why: 'It is well formed, but not valid on this broker.',
    todo: 'Check the topic for typing mistakes and against the broker’s rules.',
  },
  'reason-too-large': {
    what: 'The packet is larger than the broker takes (code {{code}}).',
    why: 'The broker sets a largest size for packets.',
    todo: 'Send less at once.',
  },
  'reason-too-fast': {
    what: 'The broker has had too much from this client (code {{code}}).',
    why: 'Messages or connections came too fast, or a quota is used up.',
    todo: 'Send or connect less often.',
  },
  'reason-payload-format': {
    what: 'The payload is not what it claims to be (code {{code}}).',
    why: 'The message says its payload is UTF-8 text, and it is not.',
    todo: 'Send text as UTF-8, or leave out the payload format indicator.',
  },
  'reason-not-supported': {
    what: 'The broker does not support what was asked (code {{code}}).',
    why: '154 is retain, 155 the QoS, 158 shared subscriptions, 161 subscription identifiers, 162 wildcards.',
    todo: 'Do without it on this broker.',
  },
  'reason-elsewhere': {
    what: 'The broker sends this client to another broker (code {{code}}).',
    why: 'The service has moved, for now or for good.',
    todo: 'Connect to the broker named in the packet’s properties, or ask who runs the broker.',
  },
  'reason-connect-time': {
    what: 'The connection has lasted as long as the broker allows (code {{code}}).',
    why: 'The broker limits the length of a connection.',
    todo: 'Connect again.',
  },
  'reason-unknown': {
    what: 'The broker refused this with code {{code}}.',
    why: 'MQTT does not define this code; only who runs the broker knows what it means.',
    todo: 'Look into the broker’s log.',
  },
} as const;
