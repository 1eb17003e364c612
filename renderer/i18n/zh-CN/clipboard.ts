export const clipboard = {
  copied: '已复制',
  notCopied: '未能复制',
} as const;
