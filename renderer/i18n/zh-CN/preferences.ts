export const preferences = {
  title: '偏好设置',
  close: '关闭',
  appearance: '外观',
  theme: '主题',
  language: '语言',
  captures: '抓取',
  captureBudget: '所有抓取可用的空间 (GiB)',
  captureBudgetHint: '超出后删除最早且未固定的抓取；调小时立即生效。',
  budgetWrong: '0.1 到 10,000 之间的数',
  messages: '消息与订阅',
  defaultQos: '默认 QoS',
  defaultQosHint: '新消息和新订阅所用的 QoS。平台支持 0 和 1。',
} as const;
