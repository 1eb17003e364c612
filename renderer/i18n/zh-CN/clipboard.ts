export const clipboard = {
  copied: '已复制',
  notCopied: '未能复制',
  tooMany: '未复制：超过 5,000 行。导出没有此限制。',
} as const;
