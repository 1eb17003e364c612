import type { DecodeRule } from '../../../shared/mqtt/decode/rules.ts';

/** What is wrong with a packet, why that matters and what to do, by the decoder's rule. */
export const mqttFindings = {
  'mqtt-reserved-type': {
    what: 'Control packet type {{type}} is reserved.',
    why: 'The protocol version of this connection has no packet of this type; whoever receives it closes the connection.',
    todo: 'Check what wrote these bytes: another protocol on this port, or a stream that lost its place.',
  },
  'mqtt-reserved-flags': {
    what: '{{packet}} has the reserved flags {{flags}}; they must be {{expected}}.',
    why: 'Whoever receives other flags must treat the packet as malformed and close the connection.',
    todo: 'Report it to the author of the client or broker that sent the packet.',
  },
  'mqtt-publish-qos': {
    what: 'PUBLISH has both QoS bits set.',
    why: 'QoS 3 does not exist; whoever receives it must close the connection.',
    todo: 'Publish with QoS 0, 1 or 2.',
  },
  'mqtt-dup-qos0': {
    what: 'PUBLISH has QoS 0 and the DUP flag.',
    why: 'A QoS 0 message is sent once, so it cannot be a redelivery.',
    todo: 'Clear DUP, or publish with QoS 1 or 2 if the message has to be repeated.',
  },
  'mqtt-integer-malformed': {
    what: '{{field}} is longer than four bytes.',
    why: 'A variable byte integer ends within four bytes. Where the packet goes on is unknown from here.',
    todo: 'Check what wrote these bytes; the receiver has to close the connection.',
  },
  'mqtt-integer-not-minimal': {
    what: '{{field}} writes {{value}} in more bytes than needed.',
    why: 'MQTT 5 wants a variable byte integer in the fewest bytes; strict receivers refuse the packet.',
    todo: 'Report it to the author of the client or broker that sent the packet.',
  },
  'mqtt-truncated': {
    what: 'The packet is not complete: {{present}} bytes are here, {{missing}} or more are missing.',
    why: 'The connection ended, or the recording was cut, in the middle of the packet.',
    todo: 'Look at how the connection ended. For an imported file, record with an unlimited snapshot length.',
  },
  'mqtt-bytes-after-packet': {
    what: '{{bytes}} bytes follow the end of the packet.',
    why: 'Remaining Length says that the packet ends before them.',
    todo: 'Check Remaining Length, and what wrote these bytes.',
  },
  'mqtt-field-overruns': {
    what: '{{field}} needs {{needed}} bytes, but only {{left}} are left.',
    why: 'A length within the packet contradicts the length of what holds it, so the packet is malformed.',
    todo: 'Check the lengths that the sender writes; fields behind this one cannot be decoded.',
  },
  'mqtt-trailing-bytes': {
    what: '{{bytes}} bytes are left over at the end of {{field}}.',
    why: 'Nothing may follow here in this version of the protocol.',
    todo: 'Check whether the sender speaks another protocol version than its CONNECT announced.',
  },
  'mqtt-too-many-entries': {
    what: '{{field}} has more than {{limit}} entries; the rest is not decoded.',
    why: 'A list of this length is hardly meant, and too long to be shown.',
    todo: 'Look at the bytes, and check what wrote them.',
  },
  'mqtt-invalid-utf8': {
    what: '{{field}} is not valid UTF-8 from byte {{offset}} of the packet on.',
    why: 'Strings must be well-formed UTF-8; whoever receives another one closes the connection.',
    todo: 'Encode the text as UTF-8 where it is made; a local code page or cut-off characters are the usual reasons.',
  },
  'mqtt-null-character': {
    what: '{{field}} contains the character U+0000.',
    why: 'Strings must not contain it; whoever receives it closes the connection.',
    todo: 'Do not count the closing zero of a C string in its length.',
  },
  'mqtt-control-character': {
    what: '{{field}} contains a control character.',
    why: 'It is allowed but should be avoided; some brokers close the connection.',
    todo: 'Look for a stray line break or tab where the text is made.',
  },
  'mqtt-packet-id-zero': {
    what: 'The packet identifier is 0.',
    why: 'Identifiers run from 1 to 65,535; an answer to 0 cannot be matched.',
    todo: 'Report it to the author of the client or broker that sent the packet.',
  },
  'mqtt-wildcard-in-topic': {
    what: '{{field}} “{{topic}}” contains + or #.',
    why: 'Wildcards belong into topic filters only; a message goes to one exact topic.',
    todo: 'Publish to a topic without + and #.',
  },
  'mqtt-topic-empty': {
    what: '{{field}} is empty.',
    why: 'A topic has at least one character. Only a PUBLISH of MQTT 5 may leave it out, with a topic alias in its place.',
    todo: 'Give the message a topic.',
  },
  'mqtt-topic-alias-zero': {
    what: 'The topic alias is 0.',
    why: 'Aliases begin at 1; whoever receives 0 closes the connection.',
    todo: 'Number topic aliases from 1 to the Topic Alias Maximum of the receiver.',
  },
  'mqtt-topic-alias-unknown': {
    what: 'Topic alias {{alias}} was not given a topic before.',
    why: 'An empty topic refers to an earlier packet of the same connection and direction, and the capture holds none.',
    todo: 'If the capture holds the connection from its start, the sender is wrong: it must send the topic once with the alias.',
  },
  'mqtt-payload-not-utf8': {
    what: 'The payload is announced as UTF-8 text but is not, from byte {{offset}} of the packet on.',
    why: 'The Payload Format Indicator is 1; the receiver may refuse the message with reason code 0x99.',
    todo: 'Set the Payload Format Indicator to 0 for binary payloads, or encode the text as UTF-8.',
  },
  'mqtt-protocol-name': {
    what: 'The protocol name is “{{name}}”; this version wants “{{expected}}”.',
    why: 'The broker may close the connection without an answer.',
    todo: 'Check the client’s protocol version; 3.1 says MQIsdp, 3.1.1 and 5.0 say MQTT.',
  },
  'mqtt-protocol-level': {
    what: 'Protocol level {{level}} is unknown.',
    why: 'There are 3 (MQTT 3.1), 4 (3.1.1) and 5 (5.0); brokers refuse any other.',
    todo: 'Set the client to MQTT 3.1.1 or 5.0.',
  },
  'mqtt-connect-reserved-flag': {
    what: 'The lowest bit of the Connect Flags is set.',
    why: 'It is reserved and must be 0; the broker closes the connection.',
    todo: 'Report it to the author of the client.',
  },
  'mqtt-will-qos': {
    what: 'The Will has both QoS bits set.',
    why: 'QoS 3 does not exist; the broker closes the connection.',
    todo: 'Give the Will QoS 0, 1 or 2.',
  },
  'mqtt-will-qos-without-will': {
    what: 'Will QoS is {{qos}}, but there is no Will.',
    why: 'Without the Will Flag, Will QoS must be 0; the broker may close the connection.',
    todo: 'Set the Will Flag and send a Will, or set Will QoS to 0.',
  },
  'mqtt-will-retain-without-will': {
    what: 'Will Retain is set, but there is no Will.',
    why: 'Without the Will Flag, Will Retain must be 0; the broker may close the connection.',
    todo: 'Set the Will Flag and send a Will, or clear Will Retain.',
  },
  'mqtt-password-without-user-name': {
    what: 'CONNECT has a password but no user name.',
    why: 'Only MQTT 5 allows that; before, the broker closes the connection.',
    todo: 'Send a user name with the password.',
  },
  'mqtt-client-id-empty': {
    what: 'The client identifier is empty.',
    why: 'MQTT 3.1.1 allows that only with Clean Session set, and 3.1 not at all; the broker refuses with return code 2.',
    todo: 'Set a client identifier, or Clean Session.',
  },
  'mqtt-client-id-length': {
    what: 'The client identifier has {{length}} characters.',
    why: 'MQTT 3.1 allows 23; most brokers accept more, but they need not.',
    todo: 'Use MQTT 3.1.1, which has no such limit, or a shorter identifier.',
  },
  'mqtt-connack-flags': {
    what: 'The Connect Acknowledge Flags are {{flags}}: reserved bits are set.',
    why: 'All bits but Session Present must be 0; strict clients close the connection.',
    todo: 'Report it to the author of the broker.',
  },
  'mqtt-session-present-refused': {
    what: 'CONNACK refuses with code {{code}} and says that a session is present.',
    why: 'A refusal must have Session Present 0.',
    todo: 'Trust the refusal, and report it to the author of the broker.',
  },
  'mqtt-connack-of-older-version': {
    what: 'The broker answered MQTT 5 with a CONNACK in the form of 3.1.1, return code {{code}}.',
    why: 'A broker that does not speak MQTT 5 refuses in the only form it knows.',
    todo: 'Connect with MQTT 3.1.1, or to a broker or instance that supports 5.0.',
  },
  'mqtt-undefined-code': {
    what: '{{packet}} carries code {{code}}, which is not defined for it.',
    why: 'What the sender means is unknown; from 0x80 on it is a failure.',
    todo: 'Look the code up in the documentation of the broker or client that sent it.',
  },
  'mqtt-undefined-suback-code': {
    what: '{{packet}} carries code {{code}}, which is not defined for it.',
    why: 'Only 0, 1, 2 and the failure codes say what became of a subscription.',
    todo: 'Treat the subscription as failed, and report it to the author of the broker.',
  },
  'mqtt-subscribe-empty': {
    what: 'SUBSCRIBE names no topic filter.',
    why: 'It must name at least one; the broker closes the connection.',
    todo: 'Do not send SUBSCRIBE with an empty list.',
  },
  'mqtt-unsubscribe-empty': {
    what: 'UNSUBSCRIBE names no topic filter.',
    why: 'It must name at least one; the broker closes the connection.',
    todo: 'Do not send UNSUBSCRIBE with an empty list.',
  },
  'mqtt-answer-empty': {
    what: '{{packet}} carries no code.',
    why: 'It must have one for every topic filter of the request.',
    todo: 'Treat the request as unanswered, and report it to the author of the broker.',
  },
  'mqtt-subscription-qos': {
    what: 'The subscription to “{{filter}}” asks for QoS 3.',
    why: 'QoS 3 does not exist; the broker closes the connection.',
    todo: 'Subscribe with QoS 0, 1 or 2.',
  },
  'mqtt-subscription-reserved': {
    what: 'The options of the subscription to “{{filter}}” have reserved bits set.',
    why: 'They must be 0; the broker closes the connection.',
    todo: 'Check whether the client sends options of MQTT 5 on a connection of an older version.',
  },
  'mqtt-retain-handling': {
    what: 'The subscription to “{{filter}}” has Retain Handling 3.',
    why: 'Only 0, 1 and 2 exist; the broker closes the connection.',
    todo: 'Set Retain Handling to 0, 1 or 2.',
  },
  'mqtt-no-local-shared': {
    what: 'The shared subscription “{{filter}}” has No Local set.',
    why: 'MQTT 5 forbids it; the broker closes the connection.',
    todo: 'Clear No Local for shared subscriptions.',
  },
  'mqtt-filter-empty': {
    what: 'A topic filter is empty.',
    why: 'A topic filter has at least one character; the broker closes the connection or refuses it.',
    todo: 'Subscribe to # if everything is meant.',
  },
  'mqtt-filter-multi-level': {
    what: 'In the topic filter “{{filter}}” # is not alone in the last level.',
    why: 'The multi-level wildcard stands at the end, alone or behind a /.',
    todo: 'Write it as in a/b/#.',
  },
  'mqtt-filter-single-level': {
    what: 'In the topic filter “{{filter}}” + shares its level with other characters.',
    why: 'The single-level wildcard takes a whole level.',
    todo: 'Write it as in a/+/b.',
  },
  'mqtt-filter-share-name': {
    what: 'The shared subscription “{{filter}}” has no valid share name or no filter.',
    why: 'Its form is $share/name/filter, and the name has no + and no #.',
    todo: 'Write it as in $share/workers/a/b.',
  },
  'mqtt-property-unknown': {
    what: 'Property {{identifier}} is unknown.',
    why: 'Where its value ends is unknown too, so the properties behind it cannot be decoded.',
    todo: 'Check what wrote these bytes; MQTT 5 has no such property.',
  },
  'mqtt-property-not-allowed': {
    what: '{{property}} may not occur in {{packet}}.',
    why: 'MQTT 5 names the packets of each property; whoever receives it elsewhere closes the connection.',
    todo: 'Leave the property out.',
  },
  'mqtt-property-repeated': {
    what: '{{property}} occurs more than once.',
    why: 'Only User Property may be repeated, and Subscription Identifier in PUBLISH.',
    todo: 'Send the property once.',
  },
  'mqtt-property-value': {
    what: '{{property}} has the value {{value}}, which it may not have.',
    why: 'Whoever receives it treats the packet as a protocol error and closes the connection.',
    todo: 'Set a value that the clause allows.',
  },
} as const satisfies Record<DecodeRule, { what: string; why: string; todo: string }>;
