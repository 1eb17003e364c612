export const problems = {
  region: '问题',
  severity: { error: '错误', warning: '警告', hint: '提示' },
  todo: '建议：',
  source: '来源：{{source}}',
  waited: {
    over: '{{seconds}} 秒内',
    cut: '在连接结束前的 {{seconds}} 秒内',
  },
  connection: '连接',
  packet: '报文 {{number}}',
  times_other: '共 {{number}} 次，最近一次',
  hidden: '另有 {{number}} 条未列出。',
  searching: '正在检查报文…',
  none: '没有发现问题',
  noneHint: '这里检查连接、订阅和每一个报文。',
} as const;
