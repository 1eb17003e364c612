const differences = {
  'parameters-missing':
    '客户端 ID 没有扩展参数。id 之后必须接：|securemode=…,signmethod=…,timestamp=…|',
  'closing-bar-missing': '客户端 ID 没有以 | 结尾，与平台文档不符。',
  'id-too-long': '客户端 ID 第一个 | 之前有 {{length}} 个字符，平台最多接受 {{max}} 个。',
  'id-white-space': '客户端 ID 第一个 | 之前含有空白字符。',
  'parameters-white-space':
    '扩展参数中含有空白字符。官方 SDK 曾这样发送，平台可能会接受，但最好去掉。',
  'parameter-unknown':
    '文档和官方 SDK 中都没有扩展参数“{{name}}”。名称必须严格写成：securemode、signmethod、timestamp。',
  'auth-type': 'authType={{given}} 表示不使用 DeviceSecret 登录，其密码无法与该三元组比较。',
  'securemode-missing': '客户端 ID 中没有 securemode。此设备应为 {{expected}}。',
  'securemode-transport':
    'securemode={{given}} 与传输方式不符。此设备保存的传输方式为 {{transport}}，要求 securemode={{expected}}。',
  'securemode-other':
    'securemode={{given}} 属于其他登录方式。使用 DeviceSecret 时，此处应为 {{expected}}。',
  'signmethod-missing':
    '客户端 ID 中没有 signmethod。对于平台此时采用 hmacmd5 还是 hmacsha1，各资料说法不一：请始终发送。',
  'signmethod-unknown': '“{{given}}”不是签名算法。平台接受 hmacmd5、hmacsha1 和 hmacsha256。',
  'username-white-space': '用户名中含有空白字符。',
  'username-malformed': '用户名不是由 DeviceName、& 和 ProductKey 组成。应为 {{expected}}',
  'username-swapped': '用户名中 DeviceName 与 ProductKey 写反了。应为 {{expected}}',
  'username-other-device': '用户名中的设备是“{{given}}”，而此设备是“{{expected}}”。区分大小写。',
  'username-other-product':
    '用户名中的产品是“{{given}}”，而此设备的产品是“{{expected}}”。区分大小写。',
  'password-missing': '没有密码。',
  'password-white-space': '密码中含有空白字符或换行。',
  'password-is-secret': '密码就是 DeviceSecret 本身。密码必须是以它为密钥对签名内容计算的 HMAC。',
  'password-base64': '密码是 Base64 形式。平台读取的是十六进制。',
  'password-not-hex': '密码不是由十六进制数字组成，也不符合任何已知的错误写法。',
  'password-length':
    '密码有 {{length}} 位十六进制数字，而 {{signmethod}} 应为 {{expected}} 位（hmacmd5 32，hmacsha1 40，hmacsha256 64）。',
  'other-method':
    '密码是用 {{actual}} 计算的，但按此客户端 ID，平台要求 {{signmethod}}。（例如官方 Node.js SDK 无论如何设置都用 hmacsha1 签名。）',
  'content-order': '签名内容的顺序不对：{{signed}} — 按名称排序应为：{{expected}}',
  'content-typo': '签名内容中把“productKey”写成了“{{typo}}”，与某份有误的文档副本相同。',
  'content-client-id': '对整个客户端 ID 做了签名。签名内容只应包含第一个 | 之前的部分。',
  'timestamp-not-sent':
    '签名中有时间戳（{{signed}}），但客户端 ID 中没有。请在其中一并发送，或不要对它签名。',
  'timestamp-differs':
    '签名中的时间戳（{{signed}}）与客户端 ID 中的（{{sent}}）不同。请只读取一次时钟，并在两处使用同一个值。',
  'password-unexplained': '密码也不相符。请先更正其余部分，再重新比较。',
  'secret-wrong':
    '其余部分都相符，但没有任何已知的错误写法能得到这个密码：设备使用了另一个密钥签名，或签名的值与发送的不同。',
} as const;

export const parameters = {
  title: '连接参数',
  close: '关闭',
  details: '详细信息',
  sent: 'Tricorder 为 {{name}} 发送的内容',
  fields: {
    endpoint: '接入点',
    clientId: '客户端 ID',
    username: '用户名',
    content: '签名内容',
    password: '密码',
    signMethod: '签名算法',
    secureMode: '安全模式',
    timestamp: '时间戳',
    keepAlive: '心跳间隔（秒）',
    cleanSession: '清除会话',
    mqttVersion: 'MQTT 版本',
  },
  copy: {
    endpoint: '复制接入点',
    clientId: '复制客户端 ID',
    username: '复制用户名',
    content: '复制签名内容',
  },
  chosenByBroker: '无：由服务器分配',
  none: '无',
  savedToken: '注册得到的令牌：已保存，绝不显示',
  certificateInstead: '无：由客户端证书代替',
  certificateToo: '无；TLS 握手时出示客户端证书',
  savedPassword: '已保存，绝不显示',
  masked: '{{count}} 位十六进制数字，绝不显示。',
  howToSign: {
    secret: '计算方法：以 DeviceSecret 为密钥，对签名内容计算 {{method}}，结果写成十六进制。',
    productSecret:
      '计算方法：以 ProductSecret 为密钥，对签名内容计算 {{method}}，结果写成十六进制。',
  },
  secureModes: { tls: '2（TLS）', plain: '3（无 TLS）', notRegistered: '-2（TLS）' },
  notes: {
    timestamp: '时间戳取自打开此窗口的时刻，每次连接各取自己的时刻。平台不会用自己的时钟校验它。',
    register: '这是注册设备的连接。随机数每次重新生成；平台下发的内容会保存，之后设备用它连接。',
  },
  yes: '是',
  no: '否',
  compareTitle: '与设备比较',
  compareHint:
    '粘贴设备自身代码发送的内容。比较在本机进行，对照三元组应得的结果；不会保留任何内容。',
  noTriple:
    '比较仅适用于有三元组（ProductKey、DeviceName、DeviceSecret）的设备，此设备没有三元组。',
  otherSignIn: '只能比较用 DeviceSecret 签名的设备；此设备用其他方式认证。',
  noSecret: '此设备没有保存 DeviceSecret，因此密码无从比较。请在“编辑”中保存。',
  showPassword: '显示或隐藏密码',
  compare: '比较',
  matches: '这正是三元组应得的结果。',
  matchesWithRemarks: '密码正是三元组应得的结果，另有几点说明。',
  differs: '这不是三元组应得的结果：',
  parts: '客户端 ID 的各部分',
  part: '部分',
  idPart: '第一个 | 之前',
  device: '设备',
  absent: '未发送',
  differencesFound: '差异',
  differences,
} as const;
