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
} as const;
