/** Findings that only several packets of a session show. */
export const sessionFindings = {
  unanswered: {
    what: '{{type}} was not answered.',
    why: 'No answer came {{waited}}.',
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
    why: 'The cloud allows one connection per identity (product key, device name and secret). Two devices with the same one kick each other out for ever (“Kicked by the same device” in the cloud log).',
    todo: 'Find the other program or board, or register another device. If it was Tricorder that connected here, the other one may be the real device.',
  },
  'connect-rate-platform': {
    what: 'More than {{limit}} CONNECTs within a minute.',
    why: 'The cloud takes {{limit}} connection attempts a minute of one device and refuses the rest.',
    todo: 'Wait longer between attempts, and longer after each failure.',
  },
  'publish-rate-qos-0-platform': {
    what: 'More than {{limit}} QoS 0 messages within a second.',
    why: 'The cloud takes {{limit}} QoS 0 messages a second of one device. What is over that is dropped without a word; only the cloud log tells (code 9324, too many messages).',
    todo: 'Publish less often, or put several values into one message.',
  },
  'publish-rate-qos-1-platform': {
    what: 'More than {{limit}} QoS 1 messages within a second.',
    why: 'The cloud takes {{limit}} QoS 1 messages a second of one device. What is over that is dropped without a word; only the cloud log tells (code 9324, too many messages).',
    todo: 'Publish less often, or put several values into one message.',
  },
  'too-many-filters-platform': {
    what: '{{count}} topic filters in one SUBSCRIBE.',
    why: 'The cloud takes at most 8 in one packet.',
    todo: 'Split the subscription into several packets.',
  },
  'too-many-subscriptions-platform': {
    what: '{{count}} subscriptions.',
    why: 'The cloud takes at most 100 of one device and refuses the rest with 128.',
    todo: 'Unsubscribe from what is not needed, or use a wildcard where the topic is a custom one.',
  },
  'alink-unanswered-platform': {
    what: 'The cloud did not answer {{topic}} within 10 seconds.',
    why: 'The device listens to the reply, and none came. Messages over the publish rate are dropped silently, and so are messages that the cloud cannot read as Alink.',
    todo: 'Publish again, more slowly; then look into the cloud log for this device and time.',
  },
  'rrpc-unanswered-platform': {
    what: 'The device did not answer a synchronous call within 8 seconds.',
    why: 'Whoever called gets a time-out (code 1905, RRPC timeout, in the cloud log).',
    todo: 'Publish the answer on the topic of the request with /response/ for /request/, within 8 seconds.',
  },
  'cloud-request-unanswered-platform': {
    what: 'The device did not answer {{topic}}.',
    why: 'The cloud waits for a message on this topic with _reply behind it.',
    todo: 'Publish a reply with the id of the request and code 200.',
  },
  'ping-unanswered': {
    what: 'A ping was not answered.',
    why: 'No PINGRESP came {{waited}}. Unless it was still on its way then, either the network was gone while the connection still looked open, or the other side hangs.',
    todo: 'See whether anything was received afterwards. If not, check the network; a shorter keep alive notices such a loss sooner.',
  },
  'publish-sent-again': {
    what: 'A QoS 1 message was sent a second time, as #{{again}}.',
    why: 'QoS 1 means that each message is confirmed with PUBACK, and sent again if that does not come. None came for #{{number}} {{waited}}.',
    todo: 'See whether #{{again}} was acknowledged: then the message has arrived, perhaps twice.',
  },
  'publish-left': {
    what: 'A QoS 1 message was not acknowledged before the device disconnected.',
    why: 'QoS 1 means that each message is confirmed with PUBACK. None came for #{{number}} {{waited}}. {{life}}',
    todo: 'Let the device wait for PUBACK before it disconnects. With clean session off, it sends such a message again once it has connected again.',
  },
  'publish-silent': {
    what: 'A QoS 1 message was not acknowledged: it may not have arrived.',
    why: 'QoS 1 means that the broker confirms each message with PUBACK. None came for #{{number}} {{waited}}. {{life}}',
    todo: 'Check the client’s network at this time, and why the connection ended if it did. With clean session off, a client sends such a message again once it has reconnected.',
  },
  'publish-silent-platform': {
    what: 'A QoS 1 message was not acknowledged: it may not have arrived.',
    why: 'QoS 1 means that the cloud confirms each message with PUBACK. None came for #{{number}} {{waited}}. {{life}}',
    todo: 'Check the device’s network at this time, and why the connection ended if it did. With clean session off, a device sends such a message again once it has reconnected.',
  },
  'publish-unanswered': {
    what: 'A QoS 1 message was not acknowledged: it may not have arrived.',
    why: 'QoS 1 means that the broker confirms each message with PUBACK. None came for #{{number}} {{waited}}. {{life}} Other messages on its topic that were acknowledged: {{before}} before it, {{after}} after it. The recording does not show why this one was not.',
    todo: 'Look into the broker’s log at this time, for limits and for the rights of this user on the topic.',
  },
  'publish-unanswered-platform': {
    what: 'A QoS 1 message was not acknowledged: it may not have arrived.',
    why: 'QoS 1 means that the cloud confirms each message with PUBACK. None came for #{{number}} {{waited}}. {{life}} It is not the topic: other messages on it were acknowledged ({{before}} before it, {{after}} after it). The rate was within the limit: QoS 1 messages in the {{window}} s up to it: {{inSecond}}, allowed: {{limit}} a second. It had not been sent again by then. So the recording does not show why it was not acknowledged.',
    todo: 'Look up this device at this time in the cloud log (Alibaba Cloud IoT console): code 9324 there means too many messages, 9236 no permission. If the log has the message without an error, only its PUBACK was lost.',
  },
  'publish-too-many-platform': {
    what: 'A QoS 1 message was not acknowledged: most likely one of too many.',
    why: 'QoS 1 means that the cloud confirms each message with PUBACK. None came for #{{number}} {{waited}}. {{life}} In the {{window}} s up to it {{inSecond}} QoS 1 messages were sent; the cloud takes {{limit}} a second of one device and drops the rest without a word.',
    todo: 'Publish less often, or put several values into one message. If this is the reason, the cloud log has code 9324 (too many messages) at this time.',
  },
  'publish-too-large-platform': {
    what: 'A QoS 1 message was not acknowledged: it is larger than the cloud takes.',
    why: 'QoS 1 means that the cloud confirms each message with PUBACK. None came for #{{number}} {{waited}}. IoT Platform takes messages of up to 256 KB; larger ones are refused or dropped. {{life}}',
    todo: 'Split the data, or upload it as a file.',
  },
  'publish-topic-unanswered-platform': {
    what: 'A QoS 1 message was not acknowledged: perhaps the device may not publish on its topic.',
    why: 'QoS 1 means that the cloud confirms each message with PUBACK. None came for #{{number}} {{waited}}. {{life}} No message on this topic was acknowledged in this session, and the rate was within the limit (QoS 1 messages in the {{window}} s up to it: {{inSecond}}, allowed: {{limit}} a second). The cloud does not take what a device may not publish; whether it acknowledges that is not documented.',
    todo: 'Compare the topic with the product’s topic list in the Alibaba Cloud IoT console: it must be there with the permission to publish. If this is the reason, the cloud log has code 9236 (no permission) at this time.',
  },
  'keep-alive-missed': {
    what: 'The client was silent for {{seconds}} s, with a keep alive of {{keepAlive}} s.',
    why: 'A broker closes a connection on which nothing came for one and a half times the keep alive. A blocked main loop, deep sleep, or a client that does not ping does this.',
    todo: 'Let the client send PINGREQ in time, or choose a longer keep alive.',
  },
  'topic-unknown-platform': {
    what: 'The cloud has no topic {{topic}} for this device.',
    why: 'A device may publish on its own topics only: those of the cloud with its own product key and device name, and custom ones that begin with /productKey/deviceName/. What comes on any other is dropped; the cloud log has code 9236 (no permission).',
    todo: 'Check the topic for typing mistakes, product key and device name first.',
  },
  'topic-other-device-platform': {
    what: '{{topic}} is a topic of another device.',
    why: 'A device may use its own topics only. A gateway may use those of sub-devices that it logged in, which this session did not.',
    todo: 'Check product key and device name; on a gateway, log the sub-device in first (…/combine/login).',
  },
  'topic-subscribe-only-platform': {
    what: 'A device may only subscribe to {{topic}}.',
    why: 'The cloud publishes there; what a device publishes on it is dropped (code 9236, no permission, in the cloud log).',
    todo: 'Publish a reply on the same topic with _reply behind it, and data on the topic for data, such as …/thing/event/property/post.',
  },
  'first-subscribe-platform': {
    what: 'No answer on {{topic}} so soon after subscribing.',
    why: 'A first subscription takes up to 10 seconds until it is in force; what the cloud sends until then is lost. This request went out within that time, and its answer did not come.',
    todo: 'Wait 10 seconds after a first subscription. Later connections need not wait: the cloud keeps subscriptions until UNSUBSCRIBE.',
  },
  'alink-id-reused-platform': {
    what: 'Message id {{id}} was used before.',
    why: 'The ids of a device’s requests should be unique: replies are matched by id, and the cloud’s logs are searched by it. The cloud takes the message all the same.',
    todo: 'Count up, or use the time in milliseconds.',
  },
  'properties-not-in-model-platform': {
    what: 'Not as the thing model says: {{names}}.',
    why: 'The cloud will leave these properties out and answer with 200 all the same. Of the first: “{{reason}}”.',
    todo: 'Correct identifiers and types, or bring the thing model in Tricorder up to date if the product’s is newer.',
  },
} as const;
