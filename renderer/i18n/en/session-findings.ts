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
  'alink-code-platform': {
    what: 'The platform answered with code {{alink}}: {{message}}.',
    why: 'Any code but 200 means that the request on {{topic}} was not carried out as a whole.',
    todo: 'Compare the request with the product’s thing model; the packet holds the whole answer.',
  },
  'alink-unanswered-platform': {
    what: 'The platform did not answer {{topic}} within 10 seconds.',
    why: 'The device listens to the reply, and none came. In the first 10 seconds after a first subscription replies can be lost; messages over the publish rate are dropped silently.',
    todo: 'Try again later than 10 seconds after subscribing, and more slowly; then look into the cloud log.',
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
} as const;
