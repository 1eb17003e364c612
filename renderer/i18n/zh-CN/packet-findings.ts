const topicUndefined = {
  what: '云端拒绝了订阅：该 Topic 没有定义，或设备没有订阅权限（返回码 {{code}}）。',
  why: '在 /productKey/deviceName/ 下，每个设备默认只有 user/update、user/update/error 和 user/get。其他 Topic 须先在产品中定义，并具有订阅权限。在此之前，设备收不到发往 {{topic}} 的任何消息。',
} as const;

/** Findings about single packets. */
export const packetFindings = {
  'suback-refused': {
    what: 'Broker 拒绝了订阅（返回码 {{code}}）。',
    why: '128 表示失败：没有该 Topic 的权限，或过滤器在此无效。',
    todo: '检查过滤器是否输错，以及该用户在 Broker 上的权限。',
  },
  'suback-refused-platform': {
    what: '云端拒绝了订阅（返回码 {{code}}）。',
    why: '128 表示失败：产品没有定义该 Topic，设备对它只有发布权限，它属于其他设备，或设备已有 100 个订阅。',
    todo: '对照阿里云物联网平台控制台的产品 Topic 列表：该 Topic 必须存在并具有订阅权限。自定义 Topic 以 /productKey/deviceName/ 开头。',
  },
  'qos-2-platform': {
    what: '云端不支持 QoS 2。',
    why: '物联网平台只支持 QoS 0 和 1，对 QoS 2 的处理没有文档说明。',
    todo: '使用 QoS 1 发布。',
  },
  'retain-platform': {
    what: '云端不支持保留消息。',
    why: '在 MQTT 3.1.1 下，物联网平台不处理 RETAIN：之后订阅的设备收不到该消息。',
    todo: '关闭保留标志；需要最新状态时请使用属性或设备影子。',
  },
  'topic-too-long-platform': {
    what: 'Topic 超出云端的长度限制。',
    why: '物联网平台的 Topic 最长 128 字节，一个汉字占 3 字节。',
    todo: '缩短 Topic。',
  },
  'topic-too-deep-platform': {
    what: 'Topic 的层级超出云端限制。',
    why: '自定义 Topic 最多 7 个斜杠。',
    todo: '减少层级。',
  },
  'payload-too-large-platform': {
    what: '消息超出云端的大小限制（{{size}} 字节）。',
    why: '物联网平台的消息最大 256 KB，超出的会被拒绝或丢弃。',
    todo: '拆分数据，或使用文件上传。',
  },
  'suback-foreign-platform': {
    what: '云端拒绝了订阅：这不是该设备的 Topic（返回码 {{code}}）。',
    why: '设备只能订阅自己的 Topic：/sys/、/ext/、/ota/、/shadow/ 下带有自身 ProductKey 和 DeviceName 的，以及以 /productKey/deviceName/ 开头的自定义 Topic。层级写错、使用其他设备的名称，或用 # 覆盖系统 Topic，都会返回 128。',
    todo: '与阿里云物联网平台控制台的产品 Topic 列表逐级对照，先核对 ProductKey 和 DeviceName。',
  },
  'suback-publish-only-platform': {
    what: '云端拒绝了订阅：设备对它只有发布权限（返回码 {{code}}）。',
    why: '该 Topic 存在，但权限是发布。云端的应答在另一个 Topic 上，通常是加 _reply 后缀的同名 Topic。',
    todo: '需要应答时请订阅加 _reply 后缀的 Topic；如果是自定义 Topic，可在阿里云物联网平台控制台修改权限。',
  },
  'suback-undefined-platform': {
    ...topicUndefined,
    todo: '在阿里云物联网平台控制台打开该产品，在自定义 Topic 中定义它，权限为订阅（或发布和订阅）。然后重新订阅。',
  },
  'suback-undefined-local': {
    ...topicUndefined,
    todo: '在本地平台的“平台”-“Topic”中定义它，权限为订阅。然后重新订阅。',
  },
  'securemode-transport-platform': {
    what: 'securemode={{mode}} 与 {{transport}} 不符。',
    why: '客户端 ID 会告诉云端设备的连接方式：TLS 和 WebSocket over TLS 为 2，TCP 和 WebSocket 为 3。不一致时云端会拒绝连接。',
    todo: '通过 {{transport}} 连接时请使用 securemode={{expected}}，或更换传输方式。',
  },
  'keep-alive-short-platform': {
    what: '保活时间 {{keepAlive}} 秒低于云端的下限 {{min}} 秒。',
    why: '云端接受 30 到 1200 秒，过短会被拒绝，通常返回 CONNACK 3。部分客户端库默认 15 秒（Arduino PubSubClient），0 也算过短。',
    todo: '将保活时间设为 30 到 1200 秒，建议 300 秒以上。',
  },
  'keep-alive-long-platform': {
    what: '保活时间 {{keepAlive}} 秒高于云端的上限 {{max}} 秒。',
    why: '云端接受 30 到 1200 秒。帮助文档称超出会被拒绝，官方 SDK 则称会按 1200 秒处理。',
    todo: '将保活时间设为 1200 秒以内。',
  },
  'will-platform': {
    what: '云端不发送遗嘱消息。',
    why: 'CONNECT 中带有遗嘱。在 MQTT 3.1.1 下，物联网平台不支持遗嘱：设备掉线时不会通知任何人。',
    todo: '去掉遗嘱。需要感知掉线时，可通过规则引擎或 AMQP 订阅设备状态（/as/mqtt/status）。',
  },
  'kicked-platform': {
    what: '云端将断开此连接：另一个程序或设备以同一身份连接。',
    why: '云端在 /ext/notify 上给出了原因（“Kicked by the same device”）。一个身份（ProductKey、DeviceName 和 DeviceSecret）只能有一个在线连接，后连接的生效。',
    todo: '找出另一个程序或设备，或为它注册另一个设备。如果这里的连接是由 Tricorder 建立的，另一方可能就是真实设备。',
  },
  'notified-platform': {
    what: '云端通知此连接即将结束：{{text}}',
    why: '云端在 /ext/notify 上说明了断开的原因。',
    todo: '按其说明处理，然后重新连接。',
  },
  'alink-code-platform': {
    what: '云端返回代码 {{alink}}：{{meaning}}。',
    why: '200 以外的代码表示请求没有全部执行。应答原文：“{{message}}”。',
    todo: '将请求与产品的物模型对照；该报文中有完整的应答，前一个报文是请求。',
  },
  'properties-filtered-platform': {
    what: '返回 200，但未生效：{{names}}。',
    why: '云端会过滤不符合物模型的属性，但仍返回 200。第一个属性的说明是：“{{reason}}”。阿里云物联网平台控制台上不会显示它们的值。',
    todo: '将标识符（区分大小写）和数据类型与产品的物模型对照。',
  },
} as const;
