export const exchanges = {
  kinds: {
    connect: 'CONNECT → CONNACK',
    publish1: 'PUBLISH → PUBACK',
    publish2: 'PUBLISH → PUBREC',
    release: 'PUBREL → PUBCOMP',
    subscribe: 'SUBSCRIBE → SUBACK',
    unsubscribe: 'UNSUBSCRIBE → UNSUBACK',
    ping: 'PINGREQ → PINGRESP',
    reply: '请求 → 应答消息',
  },
  directions: { sent: '由设备发起', received: '由对方发起' },
  unheard: '没有录到应答；设备未订阅应答主题时收不到应答',
} as const;
