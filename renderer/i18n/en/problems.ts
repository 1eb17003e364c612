export const problems = {
  region: 'Problems',
  severity: { error: 'Error', warning: 'Warning', hint: 'Hint' },
  todo: 'What to try:',
  source: 'Rule: {{source}}',
  help: 'Rule from Alibaba Cloud’s IoT documentation, document {{id}}',
  copyAddress: 'Copy its address',
  copyAll: 'Copy all as text',
  /** How long an answer was awaited: as long as it may take, or until the connection ended. */
  waited: {
    over: 'within {{seconds}} seconds',
    cut: 'in the {{seconds}} s until the connection ended',
  },
  connection: 'Connection',
  packet: 'Packet {{number}}',
  count: '{{number}}×',
  times_one: '{{number}} time, last in',
  times_other: '{{number}} times, last in',
  hidden: '{{number}} more findings are not listed.',
  searching: 'Looking through the packets: {{percent}} %',
  none: 'No problems found',
  noneHint: 'The connection, its subscriptions and every packet are checked here.',
} as const;
