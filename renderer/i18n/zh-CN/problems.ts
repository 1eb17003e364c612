export const problems = {
  region: '问题',
  severity: { error: '错误', warning: '警告', hint: '提示' },
  todo: '建议:',
  connection: '连接',
  subscription: '订阅',
  none: '没有发现问题',
  noneHint: '这里检查连接及其订阅;单个报文中发现的问题显示在报文详情中。',
  noSession: '此捕获没有可检查的会话',
  noSessionHint: '单个报文中发现的问题显示在报文详情中。',
} as const;
