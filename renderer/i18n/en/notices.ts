export const notices = {
  dismiss: 'Dismiss',
  details: 'Details',
  resume: 'Resume recording',
  lost: 'Connection to Tricorder lost. Reconnecting…',
  'devices-file-unreadable':
    'The file of saved devices could not be read, so the list starts empty. The old file is kept as {{keptAs}}. ({{reason}})',
  'preferences-file-unreadable':
    'The file of preferences could not be read, so the defaults are in force. The old file is kept as {{keptAs}}. ({{reason}})',
  'messages-file-unreadable':
    'The file of saved messages could not be read, so the list starts empty. The old file is kept as {{keptAs}}. ({{reason}})',
  'platform-file-unreadable':
    'The file of devices on the local platform could not be read, so it knows none. Open each local device and save it to register it again. The old file is kept as {{keptAs}}. ({{reason}})',
  'platform-state-unreadable':
    'What the local platform knew (topics, thing models, shadows, tags) could not be read, so it starts empty. The old file is kept as {{keptAs}}. ({{reason}})',
  'platform-state-unwritten':
    'What the local platform knows could not be written to disk, and may be lost when Tricorder ends: {{reason}}',
  'scenarios-file-unreadable':
    'The file of misbehaviour scenarios could not be read, so the list starts empty. The old file is kept as {{keptAs}}. ({{reason}})',
  'auto-replies-file-unreadable':
    'The file of automatic replies could not be read, so the list starts empty. The old file is kept as {{keptAs}}. ({{reason}})',
  'thing-models-file-unreadable':
    'The file of thing models could not be read, so products have none. The old file is kept as {{keptAs}}. ({{reason}})',
  'capture-cut':
    'The capture of {{label}} ended in the middle of a packet: {{bytes}} bytes at its end were cut. Everything before them is there.',
  'capture-unreadable':
    'A capture could not be read and is not in the list. Nothing was changed in its folder: {{folder}}',
  'captures-pruned':
    'To stay within the space for captures, {{captures}} of the oldest were deleted since Tricorder started ({{mebibytes}} MiB), last: {{last}}. Pin the captures that shall stay.',
  'recording-stopped':
    'Recording of {{label}} stopped, and packets are being lost: {{reason}}. The session goes on. Make room on the disk, then resume recording.',
} as const;
