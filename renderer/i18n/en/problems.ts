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
  /** What the connection showed behind a message without acknowledgement. */
  life: {
    answered:
      'The connection was alive: #{{packet}}, which was sent after it, was answered {{seconds}} s after the message.',
    heard: 'The connection was alive: #{{packet}} was received {{seconds}} s after the message.',
    silent:
      '#{{packet}}, which was sent {{seconds}} s after it, was not answered either, and nothing that was received shows that the connection was alive: the network may have been broken, or the other side may have hung.',
    left: 'The device itself ended the connection {{seconds}} s after the message (DISCONNECT, #{{packet}}), so the PUBACK may have been on its way.',
    ended:
      'The connection, or its recording, ended {{seconds}} s after the message without a DISCONNECT of the device: the message or its PUBACK may have been lost with it.',
    unknown: 'Nothing that came after it shows whether the connection was alive.',
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
