import { DEVICE, type PlatformTopic, topic } from './platform-topic.ts';
import { thingTopics } from './thing-topics.ts';

/**
 * Every topic a device has without the user defining it. Topics that only the rule engine reads
 * (`/as/mqtt/status/…`, `…/thing/lifecycle`) are not among them.
 */
export const platformTopics: readonly PlatformTopic[] = [
  ...thingTopics,
  topic(
    'up',
    `/sys/${DEVICE}/_thing/diag/post`,
    '_reply',
    'Report the network status',
    '上报网络状态',
    {
      payload:
        'params {"p": {"wifi": {"rssi", "snr", "per", "err_stats"}, "_time"}, "model": "format=simple|quantity=single|time=now"}',
    },
  ),
  topic('down', `/sys/${DEVICE}/_thing/event/notify`, null, 'Notification', '事件通知'),
  topic(
    'down',
    `/sys/${DEVICE}/rrpc/request/\${messageId}`,
    `/sys/${DEVICE}/rrpc/response/\${messageId}`,
    'Synchronous call (RRPC)',
    '同步调用（RRPC）',
  ),
  topic(
    'down',
    `/ext/rrpc/\${messageId}/#`,
    `/ext/rrpc/\${messageId}/#`,
    'Synchronous call on a topic of your own (needs ext=1)',
    '自定义Topic的同步调用（需ext=1）',
    { qosMax: 0 },
  ),
  topic(
    'down',
    `/sys/${DEVICE}/broadcast/request/\${messageId}`,
    null,
    'Broadcast to all devices of the product',
    '全量设备广播',
  ),
  topic(
    'down',
    `/broadcast/\${productKey}/#`,
    null,
    'Broadcast to subscribed devices',
    '自定义广播',
    { qosMax: 0 },
  ),
  topic(
    'up',
    `/ext/ntp/${DEVICE}/request`,
    `/ext/ntp/${DEVICE}/response`,
    'Ask for the time',
    'NTP时间同步',
    { payload: '{"deviceSendTime": "1571724098000"}', qosMax: 0 },
  ),
  topic(
    'up',
    `/shadow/update/${DEVICE}`,
    `/shadow/get/${DEVICE}`,
    'Update or read the device shadow',
    '更新或获取设备影子',
    { payload: '{"method": "update", "state": {"reported": {}}, "version": 1}' },
  ),
  topic(
    'down',
    `/shadow/get/${DEVICE}`,
    null,
    'Desired state from the device shadow',
    '设备影子下发期望状态',
    {
      payload:
        '{"method": "control", "payload": {"status", "state", "metadata"}, "version", "timestamp"}',
    },
  ),
  topic('up', `/ota/device/inform/${DEVICE}`, null, 'Report the firmware version', '上报固件版本', {
    payload: '{"id", "params": {"version", "module"}}',
  }),
  topic('down', `/ota/device/upgrade/${DEVICE}`, null, 'A firmware update is ready', '推送升级包', {
    payload:
      '{"code": "1000", "data": {"size", "version", "url", "sign", "signMethod"}, "id", "message"}',
  }),
  topic(
    'up',
    `/ota/device/progress/${DEVICE}`,
    null,
    'Report the progress of an update',
    '上报升级进度',
    { payload: '{"id", "params": {"step": "50", "desc", "module"}}' },
  ),
  topic(
    'up',
    `/ota/device/request/${DEVICE}`,
    `/ota/device/request/${DEVICE}`,
    'Ask for a firmware update (older form)',
    '请求升级包（旧版）',
  ),
  topic(
    'up',
    `/ext/session/${DEVICE}/combine/login`,
    '_reply',
    'Gateway: a sub-device goes online',
    '子设备上线',
    {
      payload:
        '{"id", "params": {"productKey", "deviceName", "clientId", "timestamp", "signMethod", "sign", "cleanSession"}}',
      qosMax: 0,
    },
  ),
  topic(
    'up',
    `/ext/session/${DEVICE}/combine/logout`,
    '_reply',
    'Gateway: a sub-device goes offline',
    '子设备下线',
    { payload: '{"id", "params": {"productKey", "deviceName"}}', qosMax: 0 },
  ),
  topic(
    'up',
    `/ext/session/${DEVICE}/combine/batch_login`,
    '_reply',
    'Gateway: sub-devices go online',
    '子设备批量上线',
    { payload: '{"id", "params": {"deviceList": […]}}', qosMax: 0 },
  ),
  topic(
    'up',
    `/ext/session/${DEVICE}/combine/batch_logout`,
    '_reply',
    'Gateway: sub-devices go offline',
    '子设备批量下线',
    { payload: '{"id", "params": [{"productKey", "deviceName"}]}', qosMax: 0 },
  ),
  topic(
    'down',
    `/ext/error/${DEVICE}`,
    null,
    'Gateway: a sub-device was kicked or failed',
    '通知子设备错误',
  ),
  topic('down', `/ext/network/probe/\${messageId}`, null, 'Network probe', '网络探测', {
    source: 'sdk',
  }),
  topic(
    'down',
    '/ext/notify',
    null,
    'The cloud says why it closes the connection',
    '云端说明关闭连接的原因',
    { payload: '{"title": "kick", "content": "Kicked by the same device"}' },
  ),
  topic(
    'down',
    '/ext/register',
    null,
    'Device secret from a dynamic registration',
    '动态注册返回的DeviceSecret',
    { payload: '{"productKey", "deviceName", "deviceSecret"}' },
  ),
  topic(
    'down',
    '/ext/regnwl',
    null,
    'Token from a registration without pre-registration',
    '免预注册返回的Token',
    { payload: '{"productKey", "deviceName", "clientId", "deviceToken"}' },
  ),
  topic(
    'down',
    '/ext/auth/identity/response',
    null,
    'Triple of a device with an X.509 certificate',
    'X.509证书认证返回的设备身份',
    { payload: '{"productKey", "deviceName"}' },
  ),
  topic('up', `/${DEVICE}/user/update`, null, 'Your own data', '自定义上行数据'),
  topic('up', `/${DEVICE}/user/update/error`, null, 'Your own errors', '自定义上行错误'),
  topic('down', `/${DEVICE}/user/get`, null, 'Your own messages to the device', '自定义下行数据'),
  topic(
    'up',
    `/${DEVICE}/update`,
    null,
    'Your own data (products made before 2019)',
    '自定义上行数据（2019年前的产品）',
  ),
  topic(
    'up',
    `/${DEVICE}/update/error`,
    null,
    'Your own errors (products made before 2019)',
    '自定义上行错误（2019年前的产品）',
  ),
  topic(
    'down',
    `/${DEVICE}/get`,
    null,
    'Your own messages to the device (products made before 2019)',
    '自定义下行数据（2019年前的产品）',
  ),
];
