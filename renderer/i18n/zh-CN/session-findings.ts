/** Findings that only several packets of a session show. */
export const sessionFindings = {
  unanswered: {
    what: '{{type}} 没有得到应答。',
    why: '{{waited}}没有收到应答。',
    todo: '查看连接是否随后断开、其他报文是否得到应答。QoS 1 和 2 的消息会在重连后由客户端重发。',
  },
  'packet-id-reused': {
    what: '报文标识符 {{id}} 在应答之前被再次使用。',
    why: '标识符要等该次交互的最后一个报文之后才能再用；现在的应答可能属于任何一个请求。',
    todo: '检查设备的客户端库如何分配报文标识符。',
  },
  'reconnect-loop': {
    what: '连接被接受后很快又断开，连续 {{count}} 次。',
    why: '常见原因是两个客户端使用同一个客户端 ID：后连接的会挤掉先连接的。',
    todo: '让每个客户端使用各自的 ID，并查看 Broker 的日志。',
  },
  'reconnect-loop-platform': {
    what: '连接被接受后很快又断开，连续 {{count}} 次。',
    why: '云端对每个身份（ProductKey、DeviceName 和 DeviceSecret）只允许一个连接。使用同一身份的两个设备会不停地互相踢下线（云端日志为“Kicked by the same device”）。',
    todo: '找出另一个程序或设备，或注册另一个设备。如果这里的连接是由 Tricorder 建立的，另一方可能就是真实设备。',
  },
  'connect-rate-platform': {
    what: '一分钟内发送了超过 {{limit}} 次 CONNECT。',
    why: '云端对单个设备每分钟接受 {{limit}} 次连接请求，其余会被拒绝。',
    todo: '延长重试间隔，每次失败后再加长。',
  },
  'publish-rate-qos-0-platform': {
    what: '一秒内发送了超过 {{limit}} 条 QoS 0 消息。',
    why: '云端对单个设备每秒接受 {{limit}} 条 QoS 0 消息，超出部分会被悄悄丢弃，只有云端日志有记录（代码 9324，限流）。',
    todo: '降低发送频率，或把多个值放进一条消息。',
  },
  'publish-rate-qos-1-platform': {
    what: '一秒内发送了超过 {{limit}} 条 QoS 1 消息。',
    why: '云端对单个设备每秒接受 {{limit}} 条 QoS 1 消息，超出部分会被悄悄丢弃，只有云端日志有记录（代码 9324，限流）。',
    todo: '降低发送频率，或把多个值放进一条消息。',
  },
  'too-many-filters-platform': {
    what: '一个 SUBSCRIBE 中有 {{count}} 个主题过滤器。',
    why: '云端在一个报文中最多接受 8 个。',
    todo: '把订阅拆成多个报文。',
  },
  'too-many-subscriptions-platform': {
    what: '共有 {{count}} 个订阅。',
    why: '云端对单个设备最多接受 100 个订阅，其余以 128 拒绝。',
    todo: '取消不需要的订阅；自定义主题可使用通配符。',
  },
  'alink-unanswered-platform': {
    what: '云端在 10 秒内没有应答 {{topic}}。',
    why: '设备已订阅应答主题，但没有收到应答。超过发送速率的消息，以及云端无法按 Alink 解析的消息，都会被悄悄丢弃。',
    todo: '降低频率后重新发送；然后按设备和时间查看云端日志。',
  },
  'rrpc-unanswered-platform': {
    what: '设备没有在 8 秒内应答同步调用。',
    why: '调用方会得到超时错误（云端日志代码 1905，RRPC 超时）。',
    todo: '在 8 秒内把应答发布到将请求主题中的 /request/ 换成 /response/ 的主题上。',
  },
  'cloud-request-unanswered-platform': {
    what: '设备没有应答 {{topic}}。',
    why: '云端在等待该主题加 _reply 后缀的消息。',
    todo: '发布应答，带上请求的 id 和代码 200。',
  },
  'ping-unanswered': {
    what: '心跳没有得到应答。',
    why: '{{waited}}没有收到 PINGRESP。除非它当时仍在途中，否则可能是网络已断而连接看起来仍然打开，也可能是对方没有响应。',
    todo: '查看之后是否还收到过报文。如果没有，请检查网络；缩短保活时间可以更早发现这种情况。',
  },
  'publish-sent-again': {
    what: '一条 QoS 1 消息被再次发送，即 #{{again}}。',
    why: 'QoS 1 表示每条消息都要用 PUBACK 确认，没有确认就会重发。{{waited}}没有收到 #{{number}} 的 PUBACK。',
    todo: '查看 #{{again}} 是否得到确认：如果是，消息已送达，也可能送达了两次。',
  },
  'publish-left': {
    what: '一条 QoS 1 消息在设备断开连接之前没有得到确认。',
    why: 'QoS 1 表示每条消息都要用 PUBACK 确认。{{waited}}没有收到 #{{number}} 的 PUBACK。{{life}}',
    todo: '让设备收到 PUBACK 之后再断开连接。不使用 Clean session 时，设备会在再次连接后重发该消息。',
  },
  'publish-silent': {
    what: '一条 QoS 1 消息没有得到确认，可能没有送达。',
    why: 'QoS 1 表示 Broker 会用 PUBACK 确认每条消息。{{waited}}没有收到 #{{number}} 的 PUBACK。{{life}}',
    todo: '检查客户端当时的网络；如果连接结束了，查看原因。不使用 Clean session 时，客户端会在重连后重发该消息。',
  },
  'publish-silent-platform': {
    what: '一条 QoS 1 消息没有得到确认，可能没有送达。',
    why: 'QoS 1 表示云端会用 PUBACK 确认每条消息。{{waited}}没有收到 #{{number}} 的 PUBACK。{{life}}',
    todo: '检查设备当时的网络；如果连接结束了，查看原因。不使用 Clean session 时，设备会在重连后重发该消息。',
  },
  'publish-unanswered': {
    what: '一条 QoS 1 消息没有得到确认，可能没有送达。',
    why: 'QoS 1 表示 Broker 会用 PUBACK 确认每条消息。{{waited}}没有收到 #{{number}} 的 PUBACK。{{life}}该 Topic 上得到确认的其他消息：之前 {{before}} 条，之后 {{after}} 条。记录中看不出这一条为什么没有得到确认。',
    todo: '查看 Broker 当时的日志，看是否有限制，以及该用户是否有该 Topic 的权限。',
  },
  'publish-unanswered-platform': {
    what: '一条 QoS 1 消息没有得到确认，可能没有送达。',
    why: 'QoS 1 表示云端会用 PUBACK 确认每条消息。{{waited}}没有收到 #{{number}} 的 PUBACK。{{life}}不是 Topic 的问题：该 Topic 上其他消息得到了确认（之前 {{before}} 条，之后 {{after}} 条）。速率没有超限：截至该消息的 {{window}} 秒内 QoS 1 消息 {{inSecond}} 条，每秒允许 {{limit}} 条。到那时为止该消息没有重发。因此记录中看不出没有确认的原因。',
    todo: '在云端日志（阿里云物联网平台控制台）中按该设备和时间查找：代码 9324 表示消息过多（限流），9236 表示没有权限。如果日志中有该消息且没有错误，则只是 PUBACK 丢失。',
  },
  'publish-too-many-platform': {
    what: '一条 QoS 1 消息没有得到确认，很可能是发送过多。',
    why: 'QoS 1 表示云端会用 PUBACK 确认每条消息。{{waited}}没有收到 #{{number}} 的 PUBACK。{{life}}截至该消息的 {{window}} 秒内发送了 {{inSecond}} 条 QoS 1 消息；云端对单个设备每秒接受 {{limit}} 条，其余会被悄悄丢弃。',
    todo: '降低发送频率，或把多个值放进一条消息。如果是这个原因，云端日志中此时有代码 9324（限流）。',
  },
  'publish-too-large-platform': {
    what: '一条 QoS 1 消息没有得到确认：它超出云端的大小限制。',
    why: 'QoS 1 表示云端会用 PUBACK 确认每条消息。{{waited}}没有收到 #{{number}} 的 PUBACK。物联网平台的消息最大 256 KB，超出的会被拒绝或丢弃。{{life}}',
    todo: '拆分数据，或使用文件上传。',
  },
  'publish-topic-unanswered-platform': {
    what: '一条 QoS 1 消息没有得到确认，设备可能没有该 Topic 的发布权限。',
    why: 'QoS 1 表示云端会用 PUBACK 确认每条消息。{{waited}}没有收到 #{{number}} 的 PUBACK。{{life}}本次会话中该 Topic 上没有消息得到确认，而速率没有超限（截至该消息的 {{window}} 秒内 QoS 1 消息 {{inSecond}} 条，每秒允许 {{limit}} 条）。云端不接受没有权限的消息；是否仍会确认，没有文档说明。',
    todo: '与阿里云物联网平台控制台的产品 Topic 列表对照：该 Topic 必须存在并具有发布权限。如果是这个原因，云端日志中此时有代码 9236（没有权限）。',
  },
  'keep-alive-missed': {
    what: '客户端沉默了 {{seconds}} 秒，而保活时间是 {{keepAlive}} 秒。',
    why: '超过 1.5 倍保活时间没有收到报文，Broker 会关闭连接。主循环阻塞、深度睡眠，或客户端不发心跳，都会这样。',
    todo: '让客户端按时发送 PINGREQ，或延长保活时间。',
  },
  'topic-unknown-platform': {
    what: '云端没有为该设备提供 {{topic}}。',
    why: '设备只能向自己的 Topic 发布：带有自身 ProductKey 和 DeviceName 的云端 Topic，以及以 /productKey/deviceName/ 开头的自定义 Topic。发往其他 Topic 的消息会被丢弃，云端日志代码为 9236（没有权限）。',
    todo: '检查 Topic 是否输错，先核对 ProductKey 和 DeviceName。',
  },
  'topic-other-device-platform': {
    what: '{{topic}} 是其他设备的 Topic。',
    why: '设备只能使用自己的 Topic。网关可以使用已登录的子设备的 Topic，但本次会话没有登录子设备。',
    todo: '核对 ProductKey 和 DeviceName；如果是网关，请先让子设备登录（…/combine/login）。',
  },
  'topic-subscribe-only-platform': {
    what: '设备只能订阅 {{topic}}。',
    why: '该 Topic 由云端发布；设备发往它的消息会被丢弃（云端日志代码 9236，没有权限）。',
    todo: '应答请发往加 _reply 后缀的同名 Topic，数据请发往数据 Topic，例如 …/thing/event/property/post。',
  },
  'first-subscribe-platform': {
    what: '刚刚订阅，{{topic}} 没有收到应答。',
    why: '首次订阅最多需要 10 秒才能生效，在此之前云端发送的消息会丢失。该请求正是在这段时间内发出的，没有收到应答。',
    todo: '首次订阅后等待 10 秒。之后的连接无需等待：在 UNSUBSCRIBE 之前，云端会保留订阅。',
  },
  'alink-id-reused-platform': {
    what: '消息 ID {{id}} 之前用过。',
    why: '设备请求的 ID 应当唯一：应答按 ID 匹配，云端日志也按它查询。云端仍会接受该消息。',
    todo: '使用递增的数字，或毫秒时间戳。',
  },
  'properties-not-in-model-platform': {
    what: '不符合物模型：{{names}}。',
    why: '云端会过滤这些属性，但仍返回 200。第一个属性的说明是：“{{reason}}”。',
    todo: '修正标识符和数据类型；如果产品的物模型较新，请更新 Tricorder 中的物模型。',
  },
} as const;
