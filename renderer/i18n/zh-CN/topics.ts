/** Topics to offer, and what to mind about a topic before it is used. */
export const topics = {
  suggestions: '建议',
  custom: '在本地平台上定义',
  seen: '本次会话中出现过',
  platform: '平台 Topic',
  reply: {
    hint: '对“{{purpose}}”的应答',
    publish: '设备应答：{{purpose}}',
    subscribe: '平台应答：{{purpose}}',
  },
  warnings: {
    placeholder: '请将 {{name}} 替换为实际值。',
    publish: {
      'subscribe-only': '设备只能订阅此 Topic：云端会丢弃发布到这里的消息。',
      undefined: '只有在产品中定义了此 Topic 并授予发布权限，云端才会接收。',
      foreign: '此 Topic 不属于该设备：云端会丢弃发布到这里的消息。',
    },
    subscribe: {
      'publish-only': '设备只能向此 Topic 发布：云端会以 128 拒绝订阅。',
      undefined: '只有在产品中定义了此 Topic 并授予订阅权限，云端才会授予订阅。',
      foreign: '此 Topic 不属于该设备：云端会以 128 拒绝订阅。',
    },
  },
} as const;
