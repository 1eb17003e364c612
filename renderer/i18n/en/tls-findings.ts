/** Findings about an encrypted connection that could not be made. */
export const tlsFindings = {
  'tls-failed': {
    what: 'No encrypted connection to {{host}} could be made.',
    why: 'The handshake broke off before a certificate could be judged: the port does not speak TLS, the other end wants an older version than TLS 1.2, or it wants a client certificate.',
    todo: 'Check that port {{port}} is the one for TLS, and whether the broker asks for a client certificate. The details below have the exact error.',
  },
  'tls-failed-platform': {
    what: 'No encrypted connection to the cloud could be made.',
    why: 'The handshake broke off before a certificate could be judged. The cloud speaks TLS 1.2 on 1883, 443 and 8883; a proxy or firewall that does not let TLS through on port {{port}} ends it so.',
    todo: 'Try port 443. If that fails too, try from another network; the details below have the exact error.',
  },
  'tls-untrusted': {
    what: 'The certificate of {{host}} is not trusted.',
    why: 'It leads to the root “{{root}}”, which is not among the trusted ones. Brokers with a certificate authority of their own look like this.',
    todo: 'Edit the device and give this root’s certificate (PEM) under “Root certificate”. Do so only if you know whose it is.',
  },
  'tls-self-signed': {
    what: '{{host}} shows a certificate that it signed itself.',
    why: 'No authority vouches for it, so it is trusted only where it is named: usual on test brokers, suspicious elsewhere.',
    todo: 'If it is your broker, edit the device and give this certificate (PEM) under “Root certificate”.',
  },
  'tls-expired': {
    what: 'The certificate of {{host}} has expired.',
    why: 'Its time is over, or this machine’s clock is ahead.',
    todo: 'Check this machine’s date and time; if they are right, whoever runs the broker must renew the certificate.',
  },
  'tls-expired-platform': {
    what: 'The cloud’s certificate counts as expired.',
    why: 'The cloud renews its certificates in time, so most often this machine’s clock is ahead. The root GlobalSign R1 itself ends on 28 January 2028.',
    todo: 'Check this machine’s date and time. If they are right, see in the details which certificate has expired, and give a newer root.',
  },
  'tls-not-yet-valid': {
    what: 'The certificate of {{host}} is not valid yet.',
    why: 'It was made for a time to come, or this machine’s clock is behind.',
    todo: 'Set this machine’s date and time.',
  },
  'tls-not-yet-valid-platform': {
    what: 'The cloud’s certificate counts as not valid yet.',
    why: 'This machine’s clock is behind. Devices that start with a clock of 1970 fail the same way, and the cloud’s NTP topic cannot help them: it needs a connection first.',
    todo: 'Set this machine’s date and time. In firmware, set the clock before TLS, by SNTP or from the time of the build.',
  },
  'tls-other-name': {
    what: 'The certificate is for another name than {{host}}.',
    why: 'A certificate counts only for the names in it. Connecting by IP address or by an alias ends like this.',
    todo: 'Use a host name that is in the certificate; the details below list them.',
  },
  'tls-other-name-platform': {
    what: 'The certificate is not for {{host}}.',
    why: 'The cloud’s certificates are for *.iot-as-mqtt.REGION.aliyuncs.com and *.mqtt.iothub.aliyuncs.com. A wrong host, an own domain, or a proxy in between shows another name.',
    todo: 'Compare the endpoint with the Alibaba Cloud IoT console; the details below list the names in the certificate.',
  },
  'tls-r1-untrusted-platform': {
    what: 'The cloud’s root certificate, GlobalSign R1, is not trusted here.',
    why: 'On ports 1883 and 443 the cloud may show a chain under GlobalSign Root CA (R1). Browsers and runtimes, this one among them, have dropped R1 from their lists; devices with the root built in still work.',
    todo: 'Download http://aliyun-iot.oss-cn-hangzhou.aliyuncs.com/cert_pub/root.crt, edit the device, and give the file’s text under “Root certificate”.',
  },
  'tls-root-untrusted-platform': {
    what: 'The cloud’s root certificate “{{root}}” is not trusted here.',
    why: 'On ports 1883 and 443 the cloud shows a chain under a GlobalSign root, and this one is missing from the trusted ones.',
    todo: 'Edit the device and give this root’s certificate (PEM) under “Root certificate”; GlobalSign publishes it.',
  },
  'tls-root-missing-platform-8883': {
    what: 'Port {{port}} needs the Aliyun IoT root certificate.',
    why: 'On 8883 the cloud shows a certificate under its own root, “Aliyun IoT Root CA”, which no system trusts by itself.',
    todo: 'Edit the device and give that root’s certificate (PEM; it is in the cloud’s help and in Link SDK 4) under “Root certificate”, or use TLS on port 1883 or 443.',
  },
  'tls-wrong-root-platform': {
    what: 'The root certificate of this device does not fit port {{port}}.',
    why: 'On ports 1883 and 443 the cloud’s chain leads to GlobalSign, here to “{{root}}”. The root that was given is another one, such as Aliyun’s own, which is for 8883.',
    todo: 'Under “Trusted roots” choose Tricorder’s own list, or give that GlobalSign root.',
  },
  'tls-wrong-root-platform-8883': {
    what: 'The root certificate of this device does not fit port {{port}}.',
    why: 'On 8883 the cloud’s chain leads to “Aliyun IoT Root CA”. The root that was given is another one, such as GlobalSign’s, which is for 1883 and 443.',
    todo: 'Give the Aliyun IoT root certificate, or change the port to 1883 or 443.',
  },
  'tls-intercepted-platform': {
    what: 'The certificate does not come from the cloud.',
    why: 'It leads to “{{root}}”; the cloud’s lead to GlobalSign or to Aliyun IoT Root CA. A company proxy that opens encrypted traffic does this, or another server answers at {{host}}.',
    todo: 'Ask who runs this network, or try from another one. Trust this root only if you know whose it is.',
  },
} as const;
