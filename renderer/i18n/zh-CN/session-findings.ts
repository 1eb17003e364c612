/** Findings that only several packets of a session show. */
export const sessionFindings = {
  unanswered: {
    what: '{{type}} 没有得到应答。',
    why: '10 秒内或连接结束之前没有收到应答。',
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
    todo: '让每个客户端使用各自的 ID，并查看服务器日志。',
  },
  'reconnect-loop-platform': {
    what: '连接被接受后很快又断开，连续 {{count}} 次。',
    why: '平台对每个三元组只允许一个连接。使用同一三元组的两个设备会不停地互相踢下线（云端日志为“Kicked by the same device”）。',
    todo: '找出使用该三元组的另一台设备或工具，或注册另一个设备。',
  },
  'connect-rate-platform': {
    what: '一分钟内发送了超过 {{limit}} 次 CONNECT。',
    why: '平台对单个设备每分钟接受 {{limit}} 次连接请求，其余会被拒绝。',
    todo: '延长重试间隔，每次失败后再加长。',
  },
  'publish-rate-qos-0-platform': {
    what: '一秒内发送了超过 {{limit}} 条 QoS 0 消息。',
    why: '平台对单个设备每秒接受 {{limit}} 条 QoS 0 消息，超出部分会被悄悄丢弃，只有云端日志有记录（9324）。',
    todo: '降低发送频率，或把多个值放进一条消息。',
  },
  'publish-rate-qos-1-platform': {
    what: '一秒内发送了超过 {{limit}} 条 QoS 1 消息。',
    why: '平台对单个设备每秒接受 {{limit}} 条 QoS 1 消息，超出部分会被悄悄丢弃，只有云端日志有记录（9324）。',
    todo: '降低发送频率，或把多个值放进一条消息。',
  },
  'too-many-filters-platform': {
    what: '一个 SUBSCRIBE 中有 {{count}} 个主题过滤器。',
    why: '平台在一个报文中最多接受 8 个。',
    todo: '把订阅拆成多个报文。',
  },
  'too-many-subscriptions-platform': {
    what: '共有 {{count}} 个订阅。',
    why: '平台对单个设备最多接受 100 个订阅，其余以 128 拒绝。',
    todo: '取消不需要的订阅；自定义主题可使用通配符。',
  },
  'alink-code-platform': {
    what: '平台返回代码 {{alink}}：{{message}}。',
    why: '200 以外的代码表示 {{topic}} 上的请求没有全部执行。',
    todo: '将请求与产品的物模型对照；该报文中有完整的应答。',
  },
  'alink-unanswered-platform': {
    what: '平台在 10 秒内没有应答 {{topic}}。',
    why: '设备已订阅应答主题，但没有收到应答。首次订阅后的 10 秒内应答可能丢失；超过发送速率的消息会被悄悄丢弃。',
    todo: '在订阅 10 秒之后再试，并降低频率；然后查看云端日志。',
  },
  'rrpc-unanswered-platform': {
    what: '设备没有在 8 秒内应答同步调用。',
    why: '调用方会得到超时错误（RRPC，云端日志 1905）。',
    todo: '在 8 秒内把应答发布到将请求主题中的 /request/ 换成 /response/ 的主题上。',
  },
  'cloud-request-unanswered-platform': {
    what: '设备没有应答 {{topic}}。',
    why: '云端在等待该主题加 _reply 后缀的消息。',
    todo: '发布应答，带上请求的 id 和代码 200。',
  },
} as const;
