/** Findings about an encrypted connection that could not be made. */
export const tlsFindings = {
  'tls-failed': {
    what: '无法与 {{host}} 建立加密连接。',
    why: '握手在校验证书之前就中断了：该端口不支持 TLS，对方只支持低于 TLS 1.2 的版本，或对方要求客户端证书。',
    todo: '确认 {{port}} 是 TLS 端口，以及 Broker 是否要求客户端证书。下方详情中有原始错误。',
  },
  'tls-failed-platform': {
    what: '无法与云端建立加密连接。',
    why: '握手在校验证书之前就中断了。云端在 1883、443 和 8883 端口提供 TLS 1.2；代理或防火墙不放行 {{port}} 端口的 TLS 时会这样。',
    todo: '试用 443 端口。如仍失败，换一个网络再试；下方详情中有原始错误。',
  },
  'tls-untrusted': {
    what: '{{host}} 的证书不受信任。',
    why: '证书链指向根证书“{{root}}”，它不在受信任的列表中。使用自建 CA 的 Broker 就会这样。',
    todo: '编辑设备，在“根证书”中填写该根证书（PEM）。请先确认它的来源。',
  },
  'tls-self-signed': {
    what: '{{host}} 使用的是自签名证书。',
    why: '没有任何机构为它担保，只有明确指定后才会被信任：在测试 Broker 上常见，在其他地方则可疑。',
    todo: '如果这是您的 Broker，请编辑设备，在“根证书”中填写该证书（PEM）。',
  },
  'tls-expired': {
    what: '{{host}} 的证书已过期。',
    why: '证书超过了有效期，或本机时钟偏快。',
    todo: '检查本机日期和时间；如果无误，需由 Broker 的管理者更新证书。',
  },
  'tls-expired-platform': {
    what: '云端的证书被判定为已过期。',
    why: '云端会按时更新证书，因此多半是本机时钟偏快。GlobalSign R1 根证书本身于2028年1月28日到期。',
    todo: '检查本机日期和时间。如果无误，请在详情中查看是哪个证书过期，并填写较新的根证书。',
  },
  'tls-not-yet-valid': {
    what: '{{host}} 的证书尚未生效。',
    why: '证书的生效时间在将来，或本机时钟偏慢。',
    todo: '校准本机日期和时间。',
  },
  'tls-not-yet-valid-platform': {
    what: '云端的证书被判定为尚未生效。',
    why: '本机时钟偏慢。时钟从1970年开始的设备也会这样失败，云端的 NTP 主题帮不上忙：它需要先建立连接。',
    todo: '校准本机日期和时间。固件应在 TLS 之前设置时钟，例如用 SNTP 或编译时间。',
  },
  'tls-other-name': {
    what: '证书不是签发给 {{host}} 的。',
    why: '证书只对其中列出的名称有效。用 IP 地址或别名连接时会这样。',
    todo: '使用证书中列出的主机名；下方详情中有列表。',
  },
  'tls-other-name-platform': {
    what: '证书不是签发给 {{host}} 的。',
    why: '云端的证书用于 *.iot-as-mqtt.REGION.aliyuncs.com 和 *.mqtt.iothub.aliyuncs.com。主机有误、使用自有域名或中间有代理时，会看到其他名称。',
    todo: '对照阿里云物联网平台控制台检查接入点；下方详情中有证书里的名称。',
  },
  'tls-r1-untrusted-platform': {
    what: '云端的根证书 GlobalSign R1 在此不受信任。',
    why: '在 1883 和 443 端口，云端的证书链可能指向 GlobalSign Root CA（R1）。浏览器和运行时（包括本程序的）已将 R1 移出信任列表；内置该根证书的设备仍可正常连接。',
    todo: '下载 http://aliyun-iot.oss-cn-hangzhou.aliyuncs.com/cert_pub/root.crt，编辑设备，把文件内容填入“根证书”。',
  },
  'tls-root-untrusted-platform': {
    what: '云端的根证书“{{root}}”在此不受信任。',
    why: '在 1883 和 443 端口，云端的证书链指向 GlobalSign 的根证书，而受信任的列表中没有这一个。',
    todo: '编辑设备，在“根证书”中填写该根证书（PEM）；GlobalSign 网站提供下载。',
  },
  'tls-root-missing-platform-8883': {
    what: '{{port}} 端口需要 Aliyun IoT 根证书。',
    why: '在 8883 端口，云端的证书由自有根证书“Aliyun IoT Root CA”签发，任何系统都不会默认信任它。',
    todo: '编辑设备，在“根证书”中填写该根证书（PEM，云端帮助文档和 Link SDK 4 中都有），或改用 1883、443 端口的 TLS。',
  },
  'tls-wrong-root-platform': {
    what: '该设备填写的根证书不适用于 {{port}} 端口。',
    why: '在 1883 和 443 端口，云端的证书链指向 GlobalSign，此处为“{{root}}”。填写的是另一个根证书，例如用于 8883 的阿里云自有根证书。',
    todo: '在“信任的根证书”中选择 Tricorder 自带的列表，或填写上述 GlobalSign 根证书。',
  },
  'tls-wrong-root-platform-8883': {
    what: '该设备填写的根证书不适用于 {{port}} 端口。',
    why: '在 8883 端口，云端的证书链指向“Aliyun IoT Root CA”。填写的是另一个根证书，例如用于 1883 和 443 的 GlobalSign 根证书。',
    todo: '填写 Aliyun IoT 根证书，或将端口改为 1883 或 443。',
  },
  'tls-intercepted-platform': {
    what: '证书不是云端签发的。',
    why: '证书链指向“{{root}}”，而云端的证书指向 GlobalSign 或 Aliyun IoT Root CA。企业代理解密流量时会这样，也可能是另一台服务器在 {{host}} 应答。',
    todo: '询问网络管理员，或换一个网络再试。确认来源之前，不要信任该根证书。',
  },
} as const;
