export const clipboard = {
  copied: '已复制',
  notCopied: '未能复制',
  packets_other: '已复制 {{number}} 条报文',
  some: {
    message_other: '已复制 {{number}} 条报文，略去 {{others}} 条没有消息的报文',
    topic_other: '已复制 {{number}} 条报文，略去 {{others}} 条没有 Topic 的报文',
  },
  none: {
    message: '未复制：选中的报文都没有消息',
    topic: '未复制：选中的报文都没有 Topic',
  },
  tooMany: '未复制：超过 {{number}} 条报文。导出没有此限制。',
  tooLarge: '未复制：报文总大小超过 {{size}}。导出没有此限制。',
} as const;
