export const problems = {
  region: 'Problems',
  severity: { error: 'Error', warning: 'Warning', hint: 'Hint' },
  todo: 'What to try:',
  connection: 'Connection',
  subscription: 'Subscription',
  none: 'No problems found',
  noneHint:
    'The connection and its subscriptions are checked here; what is found in a single packet is said in its details.',
  noSession: 'This capture has no session to check',
  noSessionHint: 'What is found in a single packet is said in its details.',
} as const;
