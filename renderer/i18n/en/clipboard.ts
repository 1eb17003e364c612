export const clipboard = {
  copied: 'Copied',
  notCopied: 'Not copied',
  tooMany: 'Not copied: more than 5,000 rows. Export has no limit.',
} as const;
