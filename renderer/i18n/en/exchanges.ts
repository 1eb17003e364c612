/** Exchanges by what is asked, and who began them. */
export const exchanges = {
  kinds: {
    connect: 'CONNECT to CONNACK',
    publish1: 'PUBLISH to PUBACK',
    publish2: 'PUBLISH to PUBREC',
    release: 'PUBREL to PUBCOMP',
    subscribe: 'SUBSCRIBE to SUBACK',
    unsubscribe: 'UNSUBSCRIBE to UNSUBACK',
    ping: 'PINGREQ to PINGRESP',
    reply: 'Request to its reply',
  },
  directions: { sent: 'begun by the device', received: 'begun by the other side' },
  unheard: 'No reply was recorded; none reaches a device that is not subscribed to it',
} as const;
