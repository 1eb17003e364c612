export const welcome = {
  title: '看清设备会话中的每一个报文',
  intro: '保存设备三元组或任意 MQTT 服务器，连接后即可逐个查看网络上的原始控制报文。',
  tryPlatform: '试用本地平台',
  tryPlatformHint:
    '在本机启动一个小型物联网平台，创建演示设备，连接并上报一个属性。数据不会离开本机。',
  starting: '正在启动…',
  addDevice: '添加设备',
  addDeviceHint: '阿里云设备三元组或任意其他 MQTT 服务器。密钥由{{vault}}加密。',
  details: '详细信息',
} as const;
