export const clipboard = {
  copied: 'Copied',
  notCopied: 'Not copied',
} as const;
