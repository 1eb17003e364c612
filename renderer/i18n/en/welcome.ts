export const welcome = {
  title: 'See every packet of a device session',
  intro:
    'Save a device triple or any MQTT broker, connect, and read each control packet as it was on the wire.',
  tryPlatform: 'Try the local platform',
  tryPlatformHint:
    'Starts a small IoT platform on this machine, makes a demo device, connects it and posts a property. Nothing leaves the machine.',
  starting: 'Starting…',
  addDevice: 'Add device',
  addDeviceHint:
    'An Alibaba Cloud triple or any other MQTT broker. Secrets are encrypted by {{vault}}.',
  details: 'Details',
  pastCaptures: 'Past captures',
  noCaptures: 'Captures appear here once a device has connected. They stay until you delete them.',
  columns: {
    device: 'Device',
    started: 'Time',
    packets: 'Packets',
    size: 'Size',
    endpoint: 'Endpoint',
    actions: 'Actions',
  },
  cut: '{{bytes}} bytes cut from its end',
  open: 'Open the capture of {{label}} from {{time}}',
  delete: 'Delete the capture of {{label}} from {{time}}',
  deleteTitle: 'Delete this capture?',
  deleteText: 'The packets of {{label}} from {{time}} are removed from the data folder for good.',
  deleteConfirm: 'Delete',
  cancel: 'Cancel',
} as const;
