/** Findings for MQTT 5 reason codes. */
export const reasonFindings = {
  'reason-unspecified': {
    what: 'Broker 拒绝了该请求（原因码 {{code}}）。',
    why: '它没有说明原因。',
    todo: '查看 Broker 在该时刻的日志。',
  },
  'reason-protocol': {
    what: 'Broker 认为报文违反了 MQTT 规则（原因码 {{code}}）。',
    why: '报文格式错误、时机不对，或报文标识符、Topic 别名、接收窗口使用有误。',
    todo: '查看紧接在前面发送的报文。',
  },
  'reason-version': {
    what: 'Broker 不支持该 MQTT 版本（原因码 {{code}}）。',
    why: '它支持的协议版本与请求的不同。',
    todo: '为该设备选择 MQTT 3.1.1。',
  },
  'reason-client-id': {
    what: 'Broker 不接受该 Client ID（原因码 {{code}}）。',
    why: '它可能过长，或含有该 Broker 不允许的字符。',
    todo: '更换 Client ID。',
  },
  'reason-credentials': {
    what: 'Broker 不接受用户名或密码（原因码 {{code}}）。',
    why: '其中之一有误或缺失，或 Broker 要求其他认证方式。',
    todo: '重新输入用户名和密码。',
  },
  'reason-not-authorized': {
    what: 'Broker 不允许该操作（原因码 {{code}}）。',
    why: '该客户端没有连接权限，或没有该 Topic 的权限。',
    todo: '检查该用户在 Broker 上的权限。',
  },
  'reason-unavailable': {
    what: 'Broker 繁忙、正在关闭或不可用（原因码 {{code}}）。',
    why: '它当前不能为该客户端服务。',
    todo: '稍后重试。',
  },
  'reason-banned': {
    what: 'Broker 禁止该客户端（原因码 {{code}}）。',
    why: '管理员或 Broker 的规则禁止了它。',
    todo: '联系 Broker 的维护者。',
  },
  'reason-keep-alive': {
    what: 'Broker 长时间没有收到报文（原因码 {{code}}）。',
    why: '在 1.5 倍保活时间（保活 {{keepAlive}} 秒）内没有收到任何报文。',
    todo: '检查网络；网络不佳时可延长保活时间。',
  },
  'reason-taken-over': {
    what: '另一个连接接管了该会话（原因码 {{code}}）。',
    why: '有客户端使用相同的 Client ID 连接。',
    todo: '为每个客户端设置不同的 Client ID。',
  },
  'reason-topic': {
    what: 'Broker 不接受该 Topic 或过滤器（原因码 {{code}}）。',
    why: '格式正确，但在该 Broker 上无效。',
    todo: '检查是否输错，并对照 Broker 的规则。',
  },
  'reason-too-large': {
    what: '报文超出 Broker 允许的大小（原因码 {{code}}）。',
    why: 'Broker 限制了报文的最大长度。',
    todo: '减少单次发送的数据。',
  },
  'reason-too-fast': {
    what: '该客户端超出了 Broker 的限额（原因码 {{code}}）。',
    why: '消息或连接过于频繁，或配额已用尽。',
    todo: '降低发送或连接的频率。',
  },
  'reason-payload-format': {
    what: '载荷与声明的格式不符（原因码 {{code}}）。',
    why: '消息声明载荷为 UTF-8 文本，但实际不是。',
    todo: '以 UTF-8 发送文本，或不设置载荷格式指示。',
  },
  'reason-not-supported': {
    what: 'Broker 不支持该功能（原因码 {{code}}）。',
    why: '154 为保留消息，155 为 QoS，158 为共享订阅，161 为订阅标识符，162 为通配符订阅。',
    todo: '在该 Broker 上不使用此功能。',
  },
  'reason-elsewhere': {
    what: 'Broker 要求改用其他服务器（原因码 {{code}}）。',
    why: '服务已临时或永久迁移。',
    todo: '连接到报文属性中给出的服务器，或联系 Broker 的维护者。',
  },
  'reason-connect-time': {
    what: '连接已达到 Broker 允许的最长时间（原因码 {{code}}）。',
    why: 'Broker 限制了单次连接的时长。',
    todo: '重新连接。',
  },
  'reason-unknown': {
    what: 'Broker 拒绝了该请求，原因码 {{code}}。',
    why: 'MQTT 未定义该原因码，只有 Broker 的维护者知道其含义。',
    todo: '查看 Broker 的日志。',
  },
} as const;
