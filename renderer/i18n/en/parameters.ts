import type { DifferenceKind } from '../../../shared/contract/connection-parameters.ts';

/** In what a device's CONNECT differs from what its triple gives, by kind. */
const differences = {
  'parameters-missing':
    'The client ID has no extended parameters. After the id it must go on: |securemode=…,signmethod=…,timestamp=…|',
  'closing-bar-missing': 'The client ID does not end with |, as the platform documents it.',
  'id-too-long':
    'The client ID has {{length}} characters before its first |; the platform takes at most {{max}}.',
  'id-white-space': 'The client ID has white space before its first |.',
  'parameters-white-space':
    'The extended parameters have white space among them. Official SDKs have sent that, so the platform may take it; it is better left out.',
  'parameter-unknown':
    '“{{name}}” is no extended parameter of the documents or the official SDKs. Names are written exactly so: securemode, signmethod, timestamp.',
  'auth-type':
    'authType={{given}} asks to sign in otherwise than with a device secret: its password cannot be held against this triple.',
  'securemode-missing': 'The client ID has no securemode. For this device it is {{expected}}.',
  'securemode-transport':
    'securemode={{given}} does not fit the transport. This device is saved with {{transport}}, which asks for securemode={{expected}}.',
  'securemode-other':
    'securemode={{given}} belongs to another way of signing in. With the device secret it is {{expected}} here.',
  'signmethod-missing':
    'The client ID has no signmethod. The sources disagree on what the platform then takes, hmacmd5 or hmacsha1: always send it.',
  'signmethod-unknown':
    '“{{given}}” is no sign method. The platform takes hmacmd5, hmacsha1 and hmacsha256.',
  'username-white-space': 'The username has white space in it.',
  'username-malformed':
    'The username is not made of device name, & and product key. It should be {{expected}}',
  'username-swapped':
    'The username has device name and product key swapped. It should be {{expected}}',
  'username-other-device':
    'The username names the device “{{given}}”; this one is “{{expected}}”. Upper and lower case differ.',
  'username-other-product':
    'The username names the product “{{given}}”; this device’s is “{{expected}}”. Upper and lower case differ.',
  'password-missing': 'There is no password.',
  'password-white-space': 'The password has white space or a line break in it.',
  'password-is-secret':
    'The password is the device secret itself. It must be the HMAC of the signed content under that secret.',
  'password-base64': 'The password is written in Base64. The platform reads hexadecimal digits.',
  'password-not-hex':
    'The password is not made of hexadecimal digits, and no known mistake leads to it.',
  'password-length':
    'The password has {{length}} hexadecimal digits, where {{signmethod}} gives {{expected}} (hmacmd5 32, hmacsha1 40, hmacsha256 64).',
  'other-method':
    'The password was made with {{actual}}, but with this client ID the platform expects {{signmethod}}. (The official Node.js SDK, for one, signs with hmacsha1 whatever is set.)',
  'content-order':
    'What was signed is in the wrong order: {{signed}} – sorted by name it is: {{expected}}',
  'content-typo':
    'What was signed says “{{typo}}” instead of “productKey”, as in a misprinted copy of the documentation.',
  'content-client-id':
    'The whole client ID was signed. Only its part before the first | belongs there.',
  'timestamp-not-sent':
    'A timestamp was signed ({{signed}}) that the client ID does not have. Send it there too, or do not sign it.',
  'timestamp-differs':
    'The timestamp that was signed ({{signed}}) is not the one in the client ID ({{sent}}). Read the clock once and use the value in both places.',
  'password-unexplained':
    'The password does not fit either. Put the rest right first, then compare again.',
  'secret-wrong':
    'The rest fits, and no known mistake leads to this password: the device signs with another secret, or signs other values than it sends.',
} as const satisfies Record<DifferenceKind, string>;

export const parameters = {
  title: 'Connection parameters',
  close: 'Close',
  details: 'Details',
  sent: 'What Tricorder sends for {{name}}',
  fields: {
    endpoint: 'Endpoint',
    clientId: 'Client ID',
    username: 'Username',
    content: 'Signed content',
    password: 'Password',
    signMethod: 'Sign method',
    secureMode: 'Secure mode',
    timestamp: 'Timestamp',
    keepAlive: 'Keep alive (s)',
    cleanSession: 'Clean session',
    mqttVersion: 'MQTT version',
  },
  copy: {
    endpoint: 'Copy endpoint',
    clientId: 'Copy client ID',
    username: 'Copy username',
    content: 'Copy signed content',
  },
  chosenByBroker: 'none: the broker chooses one',
  none: 'none',
  savedToken: 'the token from the registration: saved, and never shown',
  certificateInstead: 'none: the client certificate takes its place',
  certificateToo: 'none; a client certificate is shown in the TLS handshake',
  savedPassword: 'saved, and never shown',
  masked: '{{count}} hexadecimal digits, never shown.',
  howToSign: {
    secret:
      'To compute it: {{method}} over the signed content, with the device secret as the key, in hexadecimal.',
    productSecret:
      'To compute it: {{method}} over the signed content, with the product secret as the key, in hexadecimal.',
  },
  secureModes: {
    tls: '2 (TLS)',
    plain: '3 (no TLS)',
    notRegistered: '-2 (TLS)',
  },
  notes: {
    timestamp:
      'The timestamp is of the moment this was opened; each connection takes its own. The platform does not check it against its clock.',
    register:
      'This registers the device. The random value is made anew each time; what the platform then gives is saved, and the device connects with that.',
  },
  yes: 'yes',
  no: 'no',
  compareTitle: 'Compare with a device',
  compareHint:
    'Paste what the device’s own code sends. It is compared on this machine with what the triple gives; nothing of it is kept.',
  noTriple:
    'Comparing is for devices with a triple (product key, device name, device secret); this one has none.',
  otherSignIn:
    'Comparing is for devices that sign with a device secret; this one signs in another way.',
  noSecret:
    'No device secret is saved for this device, so there is nothing to compare a password with. Save it under “Edit”.',
  showPassword: 'Show or hide the password',
  compare: 'Compare',
  matches: 'This is what the triple gives.',
  matchesWithRemarks: 'The password is what the triple gives; there are remarks.',
  differs: 'This is not what the triple gives:',
  parts: 'The client ID, taken apart',
  part: 'Part',
  idPart: 'before the first |',
  device: 'Device',
  absent: 'not sent',
  differencesFound: 'Differences',
  differences,
} as const;
