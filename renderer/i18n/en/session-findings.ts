/** Findings that only several packets of a session show. */
export const sessionFindings = {
  unanswered: {
    what: '{{type}} was not answered.',
    why: 'No answer came within 10 seconds, or before the connection ended.',
    todo: 'Look whether the connection was lost right after, and whether other packets were answered. With QoS 1 and 2 the client sends the message again after a reconnect.',
  },
  'packet-id-reused': {
    what: 'Packet identifier {{id}} was used again before its answer.',
    why: 'An identifier is free only after the last packet of its exchange; the answer can now belong to either request.',
    todo: 'Check how the device’s client library chooses identifiers.',
  },
  'reconnect-loop': {
    what: 'The connection was lost soon after it was accepted, {{count}} times in a row.',
    why: 'Often two clients use one client id: each new one takes the connection from the other.',
    todo: 'Give every client an id of its own, and look into the broker’s log.',
  },
  'reconnect-loop-platform': {
    what: 'The connection was lost soon after it was accepted, {{count}} times in a row.',
    why: 'The platform allows one connection per triple. Two devices with the same triple kick each other out for ever (“Kicked by the same device” in the cloud log).',
    todo: 'Find the other device or tool that uses this triple, or register another device.',
  },
  'connect-rate-platform': {
    what: 'More than {{limit}} CONNECTs within a minute.',
    why: 'The platform takes {{limit}} connection attempts a minute of one device and refuses the rest.',
    todo: 'Wait longer between attempts, and longer after each failure.',
  },
  'publish-rate-qos-0-platform': {
    what: 'More than {{limit}} QoS 0 messages within a second.',
    why: 'The platform takes {{limit}} QoS 0 messages a second of one device. What is over that is dropped without a word; only the cloud log tells (9324).',
    todo: 'Publish less often, or put several values into one message.',
  },
  'publish-rate-qos-1-platform': {
    what: 'More than {{limit}} QoS 1 messages within a second.',
    why: 'The platform takes {{limit}} QoS 1 messages a second of one device. What is over that is dropped without a word; only the cloud log tells (9324).',
    todo: 'Publish less often, or put several values into one message.',
  },
  'too-many-filters-platform': {
    what: '{{count}} topic filters in one SUBSCRIBE.',
    why: 'The platform takes at most 8 in one packet.',
    todo: 'Split the subscription into several packets.',
  },
  'too-many-subscriptions-platform': {
    what: '{{count}} subscriptions.',
    why: 'The platform takes at most 100 of one device and refuses the rest with 128.',
    todo: 'Unsubscribe from what is not needed, or use a wildcard where the topic is a custom one.',
  },
  'alink-unanswered-platform': {
    what: 'The platform did not answer {{topic}} within 10 seconds.',
    why: 'The device listens to the reply, and none came. Messages over the publish rate are dropped silently, and so are messages that the platform cannot read as Alink.',
    todo: 'Publish again, more slowly; then look into the cloud log for this device and time.',
  },
  'rrpc-unanswered-platform': {
    what: 'The device did not answer a synchronous call within 8 seconds.',
    why: 'Whoever called gets a time-out (RRPC, 1905 in the cloud log).',
    todo: 'Publish the answer on the topic of the request with /response/ for /request/, within 8 seconds.',
  },
  'cloud-request-unanswered-platform': {
    what: 'The device did not answer {{topic}}.',
    why: 'The cloud waits for a message on this topic with _reply behind it.',
    todo: 'Publish a reply with the id of the request and code 200.',
  },
  'ping-unanswered': {
    what: 'A ping was not answered.',
    why: 'No PINGRESP came before the next ping was due, after {{keepAlive}} s: the connection is half-open (the network is gone, the socket looks fine), or the broker hangs.',
    todo: 'See whether anything was received afterwards. If not, check the network; a shorter keep alive notices such a loss sooner.',
  },
  'publish-unanswered-platform': {
    what: 'A QoS 1 message was not acknowledged.',
    why: 'No PUBACK came within 10 seconds, or before the connection ended. The platform drops what is over its rate (10 a second with QoS 1) and what it does not allow without a word; a connection that is cut or half-open looks the same.',
    todo: 'See whether the connection was lost right after, how many messages went out in that second, and whether the device may publish on this topic. The cloud log has 9324 for a rate, 9236 for a right.',
  },
  'keep-alive-missed': {
    what: 'The client was silent for {{seconds}} s, with a keep alive of {{keepAlive}} s.',
    why: 'A broker closes a connection on which nothing came for one and a half times the keep alive. A blocked main loop, deep sleep, or a client that does not ping does this.',
    todo: 'Let the client send PINGREQ in time, or choose a longer keep alive.',
  },
  'topic-unknown-platform': {
    what: 'The platform has no topic {{topic}} for this device.',
    why: 'A device may publish on its own topics only: those of the platform with its own triple, and custom ones that begin with /productKey/deviceName/. What comes on any other is dropped; the cloud log says 9236 or “No authorization”.',
    todo: 'Check the topic for typing mistakes, product key and device name first.',
  },
  'topic-other-device-platform': {
    what: '{{topic}} is a topic of another device.',
    why: 'A device may use its own topics only. A gateway may use those of sub-devices that it logged in, which this session did not.',
    todo: 'Check product key and device name; on a gateway, log the sub-device in first (…/combine/login).',
  },
  'topic-subscribe-only-platform': {
    what: 'A device may only subscribe to {{topic}}.',
    why: 'The platform publishes there; what a device publishes on it is dropped (9236 in the cloud log).',
    todo: 'Publish a reply on the same topic with _reply behind it, and data on the topic for data, such as …/thing/event/property/post.',
  },
  'first-subscribe-platform': {
    what: 'No answer on {{topic}} so soon after subscribing.',
    why: 'A first subscription takes up to 10 seconds until it is in force; what the platform sends until then is lost. This request went out within that time, and its answer did not come.',
    todo: 'Wait 10 seconds after a first subscription. Later connections need not wait: the platform keeps subscriptions until UNSUBSCRIBE.',
  },
  'alink-id-reused-platform': {
    what: 'Message id {{id}} was used before.',
    why: 'The ids of a device’s requests should be unique: replies are matched by id, and the platform’s logs are searched by it. The platform takes the message all the same.',
    todo: 'Count up, or use the time in milliseconds.',
  },
  'properties-not-in-model-platform': {
    what: 'Not as the thing model says: {{names}}.',
    why: 'The platform will leave these properties out and answer with 200 all the same. Of the first: “{{reason}}”.',
    todo: 'Correct identifiers and types, or bring the thing model in Tricorder up to date if the product’s is newer.',
  },
} as const;
