/** Findings about a connection that failed or ended. */
export const connectionFindings = {
  'dns-failed': {
    what: '找不到主机名 {{host}}。',
    why: '域名服务器不认识它：可能输错了，或者本机没有网络、DNS 不可用。',
    todo: '检查主机名是否输错以及网络是否正常，然后重试。',
  },
  'dns-failed-platform': {
    what: '找不到接入点 {{host}}。',
    why: '该域名由 ProductKey 和地域，或由实例 ID 组成。地域或实例 ID 有误时，域名不存在。',
    todo: '对照阿里云物联网平台控制台检查地域和实例 ID。2021年7月30日及以后开通的实例使用实例 ID，更早的公共实例使用 ProductKey 和地域。',
  },
  'connection-refused': {
    what: '{{host}} 拒绝了 {{port}} 端口的连接。',
    why: '主机有响应，但该端口上没有程序监听，或被防火墙拒绝。',
    todo: '检查端口，并确认 Broker 正在运行。',
  },
  'connection-refused-platform': {
    what: '云端拒绝了 {{port}} 端口的连接。',
    why: '云端提供 1883 和 443 端口，TLS 还可用 8883，WebSocket 只用 443。较新的账号和实例默认关闭未加密的 TCP。',
    todo: '改用 1883 端口的 TLS，或在阿里云物联网平台控制台查看实例是否允许未加密的 TCP 接入。',
  },
  unreachable: {
    what: '无法到达 {{host}}。',
    why: '本机没有通往该主机的路由：可能离线、处于其他网络或缺少 VPN。',
    todo: '检查网络连接、VPN 和代理设置。',
  },
  'timed-out': {
    what: '{{host}} 的 {{port}} 端口没有响应。',
    why: '没有任何回应，连拒绝都没有。多半是防火墙丢弃了数据包，或地址有误。',
    todo: '检查主机和端口，并确认当前网络是否放行该端口。',
  },
  'timed-out-platform': {
    what: '云端的 {{port}} 端口没有响应。',
    why: '许多企业网络会封锁 1883 和 8883 端口。',
    todo: '改用 443 端口，云端同样支持，而且很少被封锁。',
  },
  'websocket-refused': {
    what: '{{host}} 不接受 WebSocket 连接。',
    why: '对方有 HTTP 响应，但不是 WebSocket：可能是其他服务或端口不对。',
    todo: '确认 Broker 提供 MQTT over WebSocket 的端口。',
  },
  'websocket-refused-platform': {
    what: '云端在此不接受 WebSocket 连接。',
    why: '云端仅在 443 端口提供 WebSocket。',
    todo: '使用 443 端口，或改用 TCP、TLS。',
  },
  'connack-version': {
    what: 'Broker 不支持该 MQTT 版本（返回码 {{code}}）。',
    why: '它支持的协议版本与请求的不同。',
    todo: '为该设备选择另一个 MQTT 版本。',
  },
  'connack-version-platform': {
    what: '云端拒绝了该 MQTT 版本（返回码 {{code}}）。',
    why: '公共实例支持 MQTT 3.1 和 3.1.1。在企业版实例上使用过 MQTT 5.0 的设备不能再用旧版本。',
    todo: '使用该设备以前用过的版本连接，或新建设备。',
  },
  'connack-client-id': {
    what: 'Broker 不接受该 Client ID（返回码 {{code}}）。',
    why: '它可能过长、在未启用 Clean session 时为空，或含有该 Broker 不允许的字符。',
    todo: '更换 Client ID，或留空并启用 Clean session。',
  },
  'connack-client-id-platform': {
    what: '云端无法识别该 Client ID（返回码 {{code}}）。',
    why: '自定义部分超过 64 个字符，或参数有误或缺失：TLS 对应 securemode=2，TCP 对应 securemode=3，signmethod 须为 hmacmd5、hmacsha1 或 hmacsha256。账号欠费时也会返回此码。',
    todo: '缩短 Client ID 并去掉空格。如果没有问题，请在阿里云物联网平台控制台检查账号状态。',
  },
  'connack-unavailable': {
    what: 'Broker 暂不可用（返回码 {{code}}）。',
    why: '可以连到 Broker，但它当前不能提供服务。',
    todo: '稍后重试；如一直如此，请联系 Broker 的维护者。',
  },
  'connack-unavailable-platform': {
    what: '云端以“服务不可用”拒绝了连接（返回码 {{code}}）。',
    why: '多半是保活时间小于 30 秒（当前为 {{keepAlive}}），或 Client ID 有误；少数情况是服务确实不可用。',
    todo: '将保活时间设为 30 到 1200 秒，建议 300 秒以上。如已符合，请稍后重试。',
  },
  'connack-credentials': {
    what: 'Broker 不接受用户名或密码（返回码 {{code}}）。',
    why: '其中之一有误或缺失。',
    todo: '重新输入用户名和密码。',
  },
  'connack-credentials-platform': {
    what: '云端不认识该设备（返回码 {{code}}）。',
    why: 'ProductKey、DeviceName 或 DeviceSecret 有误，设备被禁用或删除，或设备属于其他地域或实例。',
    todo: '从阿里云物联网平台控制台重新复制 ProductKey、DeviceName 和 DeviceSecret，核对地域或实例 ID，并查看设备是否已启用。',
  },
  'connack-not-authorized': {
    what: 'Broker 不允许该客户端连接（返回码 {{code}}）。',
    why: 'Broker 已识别客户端但拒绝连接：部分 Broker 以此表示密码错误，或没有连接权限。',
    todo: '对照 Broker 的权限检查用户名、密码和 Client ID。',
  },
  'connack-not-authorized-platform': {
    what: '云端不接受该签名（返回码 {{code}}）。',
    why: '密码是用 DeviceSecret 计算的签名，因此保存的 DeviceSecret 很可能不属于该设备。',
    todo: '在阿里云物联网平台控制台打开该设备，复制 DeviceSecret 并重新填写。',
  },
  'connack-unknown': {
    what: '连接被拒绝，返回码 {{code}}。',
    why: 'MQTT 未定义该返回码，只有 Broker 的维护者知道其含义。',
    todo: '查看 Broker 的日志。',
  },
  'registration-parameters-platform': {
    what: '云端无法读取注册请求（代码 {{code}}）。',
    why: '参数缺失或错误，或者连接未加密：只能通过 TLS 注册。',
    todo: '请选择 TLS 传输，并使用三种签名算法之一。',
  },
  'registration-unavailable-platform': {
    what: '云端暂时无法注册该设备（代码 {{code}}）。',
    why: '云端返回的是它自身的故障。',
    todo: '请稍候再连接。',
  },
  'registration-refused-platform': {
    what: '云端拒绝注册该设备（代码 {{code}}）。',
    why: 'ProductSecret 错误，产品未开启动态注册，DeviceName 未预先注册，或者设备已经激活。',
    todo: '请在阿里云物联网平台控制台核对 ProductKey 和 ProductSecret 并开启动态注册。已激活的设备需要使用它自己的 DeviceSecret。',
  },
  'no-connack': {
    what: 'Broker 没有应答 CONNECT。',
    why: '网络连接已建立，但没有收到 CONNACK：可能是其他服务、需要 TLS，或 Broker 过载。',
    todo: '检查端口和传输方式。',
  },
  'no-connack-platform': {
    what: '云端没有应答 CONNECT。',
    why: '每台设备每分钟最多连接 5 次，超出即被断开。对要求 TLS 的实例使用未加密 TCP 也会如此。',
    todo: '等待一分钟后再连接一次。如仍发生，请改用 TLS。',
  },
  'closed-by-broker': {
    what: 'Broker 关闭了连接。',
    why: 'MQTT 3.1.1 不给出原因。常见原因：其他客户端使用相同的 Client ID、发送了 Broker 不接受的报文、Broker 重启。',
    todo: '查看最后发送的报文，并检查是否有其他客户端使用该 Client ID。',
  },
  'closed-by-broker-platform': {
    what: '云端关闭了连接。',
    why: '多半是同一设备在别处上线：同一个身份（ProductKey、DeviceName 和 DeviceSecret）只能有一个连接，后连接者有效。禁用或删除设备、报文超出限制也会断开。',
    todo: '查找使用同一身份的其他程序或设备：Tricorder 也使用该身份，另一方可能就是真实设备。云端日志中的原因为“Kicked by the same device”。',
  },
  'disconnected-by-broker': {
    what: 'Broker 结束了连接。',
    why: '它发送了 DISCONNECT，未说明错误。',
    todo: '重新连接；如反复发生，请查看 Broker 的日志。',
  },
  'connection-reset': {
    what: '连接被中断。',
    why: '对端或途中的设备（防火墙、路由器、代理）直接断开了连接。',
    todo: '重新连接。如在静默几分钟后发生，请缩短保活时间。',
  },
  'connection-reset-platform': {
    what: '与云端的连接被中断。',
    why: '可能是网络中断、同一设备在别处上线，或一分钟内连接超过 5 次。',
    todo: '查找使用同一身份（ProductKey、DeviceName 和 DeviceSecret）的其他程序或设备，等待一分钟后重新连接。',
  },
  'keep-alive-timeout': {
    what: 'Broker 不再应答心跳。',
    why: '在 {{keepAlive}} 秒的保活时间内，PINGREQ 没有收到 PINGRESP：连接看似打开，但网络已断。',
    todo: '检查网络。缩短保活时间可以更早发现断线。',
  },
  'protocol-error': {
    what: '对端发送的内容不是 MQTT。',
    why: '收到的字节不构成控制报文：可能是其他服务、传输方式不对，或 Broker 异常。',
    todo: '查看时间线的最后几行，并检查端口和传输方式。',
  },
  'secret-unreadable': {
    what: '无法解密保存的密钥。',
    why: '它是用另一把密钥加密的：数据文件夹来自其他机器或用户，或密钥已丢失。',
    todo: '编辑设备并重新填写密钥。',
  },
  'local-platform-not-running': {
    what: '本地平台没有运行。',
    why: '本机没有为该设备监听的服务。',
    todo: '重新连接即可启动本地平台。如仍未启动，请重启 Tricorder。',
  },
  'storage-failed': {
    what: '无法记录报文。',
    why: '写入数据文件夹失败：磁盘已满或文件夹不可写。',
    todo: '腾出空间或修正文件夹权限，然后重新连接。',
  },
  'registration-unanswered': {
    what: '云端结束了动态注册，没有返回密钥或令牌。',
    why: '云端会在 15 秒后关闭注册连接。产品未开启动态注册，或要求预注册而设备尚未注册时，不会返回任何内容。',
    todo: '在阿里云物联网平台控制台查看产品是否开启动态注册、设备是否已创建且尚未激活，然后重新连接。',
  },
  'unknown-cause': {
    what: '连接失败。',
    why: 'Tricorder 不认识该原因：{{raw}}',
    todo: '重试；如反复发生，请将以上信息提供给技术支持。',
  },
} as const;
