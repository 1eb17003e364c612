/** Findings about single packets. */
export const packetFindings = {
  'suback-refused': {
    what: 'Broker 拒绝了订阅（返回码 {{code}}）。',
    why: '128 表示失败：没有该 Topic 的权限，或过滤器在此无效。',
    todo: '检查过滤器是否输错，以及该用户在 Broker 上的权限。',
  },
  'suback-refused-platform': {
    what: '平台拒绝了订阅（返回码 {{code}}）。',
    why: '128 表示失败：产品没有定义该 Topic，设备对它只有发布权限，它属于其他设备，或设备已有 100 个订阅。',
    todo: '对照控制台的产品 Topic 列表：该 Topic 必须存在并具有订阅权限。自定义 Topic 以 /productKey/deviceName/ 开头。',
  },
  'qos-2-platform': {
    what: '平台不支持 QoS 2。',
    why: '物联网平台只支持 QoS 0 和 1，对 QoS 2 的处理没有文档说明。',
    todo: '使用 QoS 1 发布。',
  },
  'retain-platform': {
    what: '平台不支持保留消息。',
    why: '在 MQTT 3.1.1 下，物联网平台不处理 RETAIN：之后订阅的设备收不到该消息。',
    todo: '关闭保留标志；需要最新状态时请使用属性或设备影子。',
  },
  'topic-too-long-platform': {
    what: 'Topic 超出平台的长度限制。',
    why: '物联网平台的 Topic 最长 128 字节，一个汉字占 3 字节。',
    todo: '缩短 Topic。',
  },
  'topic-too-deep-platform': {
    what: 'Topic 的层级超出平台限制。',
    why: '自定义 Topic 最多 7 个斜杠。',
    todo: '减少层级。',
  },
  'payload-too-large-platform': {
    what: '消息超出平台的大小限制（{{size}} 字节）。',
    why: '物联网平台的消息最大 256 KB，超出的会被拒绝或丢弃。',
    todo: '拆分数据，或使用文件上传。',
  },
} as const;
