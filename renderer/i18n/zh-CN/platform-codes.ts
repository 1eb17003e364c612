export const platformCodes = {
  ok: { name: '成功', why: '已按预期接收、发送或开始。' },
  offline: {
    name: '下线',
    why: '设备已下线，消息中写明原因：被同一设备的另一个连接踢下线、心跳超时、连接被重置、设备主动断开，或按需切断。',
  },
  'connack-2': {
    name: '客户端标识被拒绝',
    why: 'CONNACK 2：clientId 格式不正确，或其 securemode 与传输方式不符（TCP 与 WebSocket 为 3，TLS 为 2）。',
  },
  'connack-3': {
    name: '服务不可用',
    why: 'CONNACK 3：保活时间小于 30 秒，或该设备一分钟内登录超过五次。',
  },
  'connack-4': {
    name: '用户名或密码错误',
    why: 'CONNACK 4：用户名或密码格式不正确、平台上没有该设备，或设备已被禁用。',
  },
  'connack-5': {
    name: '未授权',
    why: 'CONNACK 5：签名不匹配。请检查密钥、签名方法，以及 clientId 和时间戳是否与参与签名的一致。',
  },
  shadow: { name: '影子请求被拒绝', why: '设备影子对该请求返回了错误：{{meaning}}。' },
  'rrpc-response': {
    name: 'RRPC 响应无效',
    why: '没有调用在等待该响应：它来得太晚，或消息 ID 不同。',
  },
  'rrpc-timeout': {
    name: 'RRPC 超时',
    why: '设备在 8 秒内没有响应。设备必须订阅请求 Topic，并以相同的消息 ID 在响应 Topic 上发布。',
  },
  'no-script': { name: '没有解析脚本', why: '透传数据需要产品配置数据解析脚本，本地平台没有。' },
  'not-alink': {
    name: '不是 Alink',
    why: '该 Topic 不是本地平台提供的 Alink 方法，消息不会得到回复。',
  },
  'device-offline': {
    name: '设备不在线',
    why: '该调用需要设备在线；自定义 Topic 的 RRPC 还需要 clientId 中带有 ext=1。',
  },
  'not-authorised': {
    name: 'Topic 未授权',
    why: '设备对该 Topic 没有权限：未定义、属于其他设备，或方向相反。自定义 Topic 可在“Topic”中定义。',
  },
  'bad-payload': { name: '消息体非法', why: '消息体过大，或不符合该 Topic 的要求。' },
  'bad-parameter': { name: '参数非法', why: '某个参数不被平台接受，消息中写明是哪一个。' },
  throttled: {
    name: '限流',
    why: '超过速率限制：设备上行 QoS 0 每秒 30 条、QoS 1 每秒 10 条，下行每秒 50 条。超出部分会丢失，且没有应答。',
  },
  internal: { name: '内部错误', why: '本地平台自身的故障，请附上消息反馈。' },
  alink: { why: 'Alink 错误码 {{code}}，见平台文档。' },
} as const;
