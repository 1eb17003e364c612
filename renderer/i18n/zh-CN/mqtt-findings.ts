import type { DecodeRule } from '../../../shared/mqtt/decode/rules.ts';

/** What is wrong with a packet, why that matters and what to do, by the decoder's rule. */
export const mqttFindings = {
  'mqtt-reserved-type': {
    what: '控制报文类型 {{type}} 是保留值。',
    why: '此连接的协议版本没有这种报文，接收方会关闭连接。',
    todo: '检查这些字节的来源：该端口上可能是其他协议，或者字节流已经错位。',
  },
  'mqtt-reserved-flags': {
    what: '{{packet}} 的保留标志为 {{flags}}，必须是 {{expected}}。',
    why: '收到其他标志的一方必须把报文视为格式错误并关闭连接。',
    todo: '请反馈给发送该报文的客户端或 Broker 的开发者。',
  },
  'mqtt-publish-qos': {
    what: 'PUBLISH 的两个 QoS 位都为 1。',
    why: '不存在 QoS 3，接收方必须关闭连接。',
    todo: '请使用 QoS 0、1 或 2 发布。',
  },
  'mqtt-dup-qos0': {
    what: 'PUBLISH 的 QoS 为 0，却设置了 DUP 标志。',
    why: 'QoS 0 的消息只发送一次，不可能是重发。',
    todo: '清除 DUP；如果消息需要重发，请使用 QoS 1 或 2。',
  },
  'mqtt-integer-malformed': {
    what: '{{field}} 超过四个字节。',
    why: '变长字节整数最多四个字节。此后报文的内容无法确定。',
    todo: '检查这些字节的来源；接收方必须关闭连接。',
  },
  'mqtt-integer-not-minimal': {
    what: '{{field}} 用了多余的字节来表示 {{value}}。',
    why: 'MQTT 5 要求变长字节整数使用最少的字节，严格的接收方会拒绝该报文。',
    todo: '请反馈给发送该报文的客户端或 Broker 的开发者。',
  },
  'mqtt-truncated': {
    what: '报文不完整：现有 {{present}} 字节，至少还缺 {{missing}} 字节。',
    why: '连接在报文中途断开，或者记录在报文中途被截断。',
    todo: '查看连接是如何结束的。如果是导入的文件，请在抓包时不限制每包长度。',
  },
  'mqtt-bytes-after-packet': {
    what: '报文结束之后还有 {{bytes}} 字节。',
    why: '按照 Remaining Length，报文在这些字节之前已经结束。',
    todo: '检查 Remaining Length 以及这些字节的来源。',
  },
  'mqtt-field-overruns': {
    what: '{{field}} 需要 {{needed}} 字节，但只剩 {{left}} 字节。',
    why: '报文内部的长度与外层的长度矛盾，报文格式错误。',
    todo: '检查发送方写入的长度；此字段之后的内容无法解码。',
  },
  'mqtt-trailing-bytes': {
    what: '{{field}} 末尾多出 {{bytes}} 字节。',
    why: '在此协议版本中，这里之后不应再有内容。',
    todo: '检查发送方使用的协议版本是否与其 CONNECT 声明的一致。',
  },
  'mqtt-too-many-entries': {
    what: '{{field}} 超过 {{limit}} 项，其余未解码。',
    why: '这样长的列表通常不是有意为之，也无法完整显示。',
    todo: '查看原始字节并检查其来源。',
  },
  'mqtt-invalid-utf8': {
    what: '{{field}} 从报文第 {{offset}} 字节起不是有效的 UTF-8。',
    why: '字符串必须是格式正确的 UTF-8，否则接收方会关闭连接。',
    todo: '请在生成文本处使用 UTF-8 编码；常见原因是本地编码或字符被截断。',
  },
  'mqtt-null-character': {
    what: '{{field}} 含有字符 U+0000。',
    why: '字符串不得包含该字符，接收方会关闭连接。',
    todo: '计算长度时不要包含 C 字符串结尾的零字节。',
  },
  'mqtt-control-character': {
    what: '{{field}} 含有控制字符。',
    why: '协议允许但不建议使用，有些 Broker 会因此关闭连接。',
    todo: '检查生成文本处是否混入了换行符或制表符。',
  },
  'mqtt-packet-id-zero': {
    what: '报文标识符为 0。',
    why: '标识符的范围是 1 到 65,535，对 0 的应答无法匹配。',
    todo: '请反馈给发送该报文的客户端或 Broker 的开发者。',
  },
  'mqtt-wildcard-in-topic': {
    what: '{{field}}“{{topic}}”含有 + 或 #。',
    why: '通配符只能用于主题过滤器，消息只能发往一个确定的主题。',
    todo: '请发布到不含 + 和 # 的主题。',
  },
  'mqtt-topic-empty': {
    what: '{{field}} 为空。',
    why: '主题至少要有一个字符。只有 MQTT 5 的 PUBLISH 可以用主题别名代替主题。',
    todo: '请为消息指定主题。',
  },
  'mqtt-topic-alias-zero': {
    what: '主题别名为 0。',
    why: '别名从 1 开始，收到 0 的一方会关闭连接。',
    todo: '请使用 1 到接收方 Topic Alias Maximum 之间的别名。',
  },
  'mqtt-topic-alias-unknown': {
    what: '主题别名 {{alias}} 此前没有对应的主题。',
    why: '空主题引用同一连接、同一方向上更早的报文，而记录中没有这样的报文。',
    todo: '如果记录包含连接的开头，则是发送方的错误：它必须先把主题和别名一起发送一次。',
  },
  'mqtt-payload-not-utf8': {
    what: '载荷声明为 UTF-8 文本，但从报文第 {{offset}} 字节起不是。',
    why: 'Payload Format Indicator 为 1，接收方可能以原因码 0x99 拒绝该消息。',
    todo: '二进制载荷请将 Payload Format Indicator 设为 0，文本请使用 UTF-8 编码。',
  },
  'mqtt-protocol-name': {
    what: '协议名是“{{name}}”，此版本应为“{{expected}}”。',
    why: 'Broker 可能不作应答就关闭连接。',
    todo: '检查客户端的协议版本：3.1 使用 MQIsdp，3.1.1 和 5.0 使用 MQTT。',
  },
  'mqtt-protocol-level': {
    what: '未知的协议级别 {{level}}。',
    why: '只有 3（MQTT 3.1）、4（3.1.1）和 5（5.0），其他值会被 Broker 拒绝。',
    todo: '请将客户端设为 MQTT 3.1.1 或 5.0。',
  },
  'mqtt-connect-reserved-flag': {
    what: '连接标志的最低位为 1。',
    why: '该位保留，必须为 0，Broker 会关闭连接。',
    todo: '请反馈给客户端的开发者。',
  },
  'mqtt-will-qos': {
    what: '遗嘱的两个 QoS 位都为 1。',
    why: '不存在 QoS 3，Broker 会关闭连接。',
    todo: '请将遗嘱的 QoS 设为 0、1 或 2。',
  },
  'mqtt-will-qos-without-will': {
    what: '遗嘱 QoS 为 {{qos}}，但没有遗嘱。',
    why: '没有 Will Flag 时遗嘱 QoS 必须为 0，Broker 可能关闭连接。',
    todo: '设置 Will Flag 并发送遗嘱，或者将遗嘱 QoS 设为 0。',
  },
  'mqtt-will-retain-without-will': {
    what: '设置了 Will Retain，但没有遗嘱。',
    why: '没有 Will Flag 时 Will Retain 必须为 0，Broker 可能关闭连接。',
    todo: '设置 Will Flag 并发送遗嘱，或者清除 Will Retain。',
  },
  'mqtt-password-without-user-name': {
    what: 'CONNECT 有密码但没有用户名。',
    why: '只有 MQTT 5 允许这样做，更早的版本中 Broker 会关闭连接。',
    todo: '请在发送密码时一并发送用户名。',
  },
  'mqtt-client-id-empty': {
    what: '客户端标识符为空。',
    why: 'MQTT 3.1.1 仅在设置 Clean Session 时允许为空，3.1 则不允许；Broker 会以返回码 2 拒绝。',
    todo: '请设置客户端标识符，或设置 Clean Session。',
  },
  'mqtt-client-id-length': {
    what: '客户端标识符有 {{length}} 个字符。',
    why: 'MQTT 3.1 最多允许 23 个；多数 Broker 接受更长的标识符，但没有义务这样做。',
    todo: '请使用没有此限制的 MQTT 3.1.1，或缩短标识符。',
  },
  'mqtt-connack-flags': {
    what: '连接确认标志为 {{flags}}：保留位被置 1。',
    why: '除 Session Present 外的所有位必须为 0，严格的客户端会关闭连接。',
    todo: '请反馈给 Broker 的开发者。',
  },
  'mqtt-session-present-refused': {
    what: 'CONNACK 以代码 {{code}} 拒绝连接，却声明存在会话。',
    why: '拒绝连接时 Session Present 必须为 0。',
    todo: '以拒绝为准，并反馈给 Broker 的开发者。',
  },
  'mqtt-connack-of-older-version': {
    what: 'Broker 用 3.1.1 格式的 CONNACK 应答 MQTT 5，返回码 {{code}}。',
    why: '不支持 MQTT 5 的 Broker 只能用它所知的格式拒绝连接。',
    todo: '请使用 MQTT 3.1.1 连接，或连接到支持 5.0 的 Broker 或实例。',
  },
  'mqtt-undefined-code': {
    what: '{{packet}} 的代码 {{code}} 没有定义。',
    why: '无法得知发送方的意思；0x80 及以上表示失败。',
    todo: '请在发送方（Broker 或客户端）的文档中查找该代码。',
  },
  'mqtt-undefined-suback-code': {
    what: '{{packet}} 的代码 {{code}} 没有定义。',
    why: '只有 0、1、2 和失败代码能说明订阅的结果。',
    todo: '请视为订阅失败，并反馈给 Broker 的开发者。',
  },
  'mqtt-subscribe-empty': {
    what: 'SUBSCRIBE 没有主题过滤器。',
    why: '至少要有一个，否则 Broker 会关闭连接。',
    todo: '不要用空列表发送 SUBSCRIBE。',
  },
  'mqtt-unsubscribe-empty': {
    what: 'UNSUBSCRIBE 没有主题过滤器。',
    why: '至少要有一个，否则 Broker 会关闭连接。',
    todo: '不要用空列表发送 UNSUBSCRIBE。',
  },
  'mqtt-answer-empty': {
    what: '{{packet}} 没有代码。',
    why: '请求中的每个主题过滤器都必须有一个代码。',
    todo: '请视为请求未得到应答，并反馈给 Broker 的开发者。',
  },
  'mqtt-subscription-qos': {
    what: '订阅“{{filter}}”请求 QoS 3。',
    why: '不存在 QoS 3，Broker 会关闭连接。',
    todo: '请使用 QoS 0、1 或 2 订阅。',
  },
  'mqtt-subscription-reserved': {
    what: '订阅“{{filter}}”的选项中保留位被置 1。',
    why: '保留位必须为 0，Broker 会关闭连接。',
    todo: '检查客户端是否在旧版本的连接上发送了 MQTT 5 的选项。',
  },
  'mqtt-retain-handling': {
    what: '订阅“{{filter}}”的 Retain Handling 为 3。',
    why: '只有 0、1 和 2，Broker 会关闭连接。',
    todo: '请将 Retain Handling 设为 0、1 或 2。',
  },
  'mqtt-no-local-shared': {
    what: '共享订阅“{{filter}}”设置了 No Local。',
    why: 'MQTT 5 禁止这样做，Broker 会关闭连接。',
    todo: '共享订阅请清除 No Local。',
  },
  'mqtt-filter-empty': {
    what: '主题过滤器为空。',
    why: '主题过滤器至少要有一个字符，Broker 会关闭连接或拒绝订阅。',
    todo: '如果要订阅全部主题，请使用 #。',
  },
  'mqtt-filter-multi-level': {
    what: '主题过滤器“{{filter}}”中的 # 没有单独位于最后一级。',
    why: '多级通配符只能位于末尾，单独出现或紧跟在 / 之后。',
    todo: '写法示例：a/b/#。',
  },
  'mqtt-filter-single-level': {
    what: '主题过滤器“{{filter}}”中的 + 与其他字符同处一级。',
    why: '单级通配符必须独占一级。',
    todo: '写法示例：a/+/b。',
  },
  'mqtt-filter-share-name': {
    what: '共享订阅“{{filter}}”的共享名无效或缺少过滤器。',
    why: '格式为 $share/名称/过滤器，名称中不能有 + 和 #。',
    todo: '写法示例：$share/workers/a/b。',
  },
  'mqtt-property-unknown': {
    what: '未知的属性 {{identifier}}。',
    why: '也无法得知其值在何处结束，因此其后的属性无法解码。',
    todo: '检查这些字节的来源；MQTT 5 没有这个属性。',
  },
  'mqtt-property-not-allowed': {
    what: '{{packet}} 中不允许出现 {{property}}。',
    why: 'MQTT 5 规定了每个属性可以出现的报文，在其他报文中收到时接收方会关闭连接。',
    todo: '请去掉该属性。',
  },
  'mqtt-property-repeated': {
    what: '{{property}} 出现了不止一次。',
    why: '只有 User Property 以及 PUBLISH 中的 Subscription Identifier 可以重复。',
    todo: '该属性只发送一次。',
  },
  'mqtt-property-value': {
    what: '{{property}} 的值 {{value}} 不被允许。',
    why: '接收方会将其视为协议错误并关闭连接。',
    todo: '请使用条款允许的值。',
  },
} as const satisfies Record<DecodeRule, { what: string; why: string; todo: string }>;
