import type { ErrorCode } from '../../../shared/contract/result.ts';

/** Why the host refused a command, by its code. */
export const errors = {
  'unknown-command': 'The running Tricorder does not know this command. Restart it.',
  'invalid-input': 'Something in what was entered is not allowed.',
  'not-found': 'This no longer exists.',
  'not-connected': 'The device is not connected.',
  'already-connected': 'The device is connected already.',
  'refused-by-broker': 'The broker refused it.',
  'timed-out': 'No answer came in time.',
  'unreadable-file': 'The file could not be read.',
  'storage-failed': 'The data folder could not be written.',
  'port-taken': 'The port is in use by another program.',
  'certificate-unreadable': 'The certificate could not be read.',
  'key-unreadable':
    'The private key could not be read: it is no PEM key, or the passphrase is wrong or missing.',
  'key-mismatch': 'The private key does not belong to this certificate.',
  'door-closed': 'The connection to Tricorder is closed. Try again when it is back.',
  internal: 'Something went wrong inside Tricorder.',
} as const satisfies Record<ErrorCode, string>;
