export const problems = {
  region: '问题',
  severity: { error: '错误', warning: '警告', hint: '提示' },
  todo: '建议：',
  source: '规则：{{source}}',
  help: '规则来自阿里云物联网平台文档 {{id}}',
  copyAddress: '复制文档地址',
  copyAll: '将全部复制为文本',
  waited: {
    over: '{{seconds}} 秒内',
    cut: '在连接结束前的 {{seconds}} 秒内',
  },
  life: {
    answered: '连接当时是正常的：之后发送的 #{{packet}} 在该消息 {{seconds}} 秒后得到了应答。',
    heard: '连接当时是正常的：该消息 {{seconds}} 秒后收到了 #{{packet}}。',
    silent:
      '该消息 {{seconds}} 秒后发送的 #{{packet}} 也没有得到应答，收到的报文也不能说明连接正常：可能网络已断，也可能对方没有响应。',
    left: '该消息 {{seconds}} 秒后设备自己结束了连接（DISCONNECT，#{{packet}}），PUBACK 可能还在途中。',
    ended:
      '该消息 {{seconds}} 秒后连接（或其记录）结束，设备没有发送 DISCONNECT：消息或其 PUBACK 可能随之丢失。',
    unknown: '之后的报文看不出连接当时是否正常。',
  },
  connection: '连接',
  packet: '报文 {{number}}',
  count: '{{number}} 次',
  times_other: '共 {{number}} 次，最近一次',
  hidden: '另有 {{number}} 条未列出。',
  searching: '正在检查报文：{{percent}}%',
  none: '没有发现问题',
  noneHint: '这里检查连接、订阅和每一个报文。',
} as const;
