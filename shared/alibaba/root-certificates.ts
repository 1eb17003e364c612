/** A root that certificates of IoT Platform lead to, or led to. */
export interface PlatformRoot {
  readonly id: 'globalsign-r1' | 'globalsign-r6' | 'aliyun-iot';
  readonly name: string;
  /** Upper-case hex in pairs between colons. */
  readonly sha256: string;
  /** Ports whose certificates lead to it (D-73742; C SDK 4). */
  readonly ports: readonly number[];
}

/** The roots of the documents and of the official SDKs (alibaba-iot §3). */
export const platformRoots: readonly PlatformRoot[] = [
  {
    id: 'globalsign-r1',
    name: 'GlobalSign Root CA (R1)',
    sha256:
      'EB:D4:10:40:E4:BB:3E:C7:42:C9:E3:81:D3:1E:F2:A4:1A:48:B6:68:5C:96:E7:CE:F3:C1:DF:6C:D4:33:1C:99',
    ports: [1883, 443],
  },
  {
    id: 'globalsign-r6',
    name: 'GlobalSign Root CA - R6',
    sha256:
      '2C:AB:EA:FE:37:D0:6C:A2:2A:BA:73:91:C0:03:3D:25:98:29:52:C4:53:64:73:49:76:3A:3A:B5:AD:6C:CF:69',
    ports: [1883, 443],
  },
  {
    id: 'aliyun-iot',
    name: 'Aliyun IoT Root CA',
    sha256:
      '7C:A4:38:A3:97:6B:52:42:D2:31:F8:61:49:98:22:DA:85:58:31:38:27:35:83:6B:36:1E:7E:97:15:66:16:76',
    ports: [8883],
  },
];

/** The platform's root of a fingerprint, null for any other. */
export function rootByFingerprint(sha256: string): PlatformRoot | null {
  return platformRoots.find((root) => root.sha256 === sha256.toUpperCase()) ?? null;
}

/**
 * The first of some roots that does not fit the platform's port: R1 on 8883, Aliyun's own elsewhere.
 * Null where all fit or none is known, and where one of them is the port's.
 */
export function misfitRoot(fingerprints: readonly string[], port: number): PlatformRoot | null {
  const known = fingerprints.map(rootByFingerprint).filter((root) => root !== null);
  if (known.length < fingerprints.length || known.some(({ ports }) => ports.includes(port))) {
    return null;
  }
  return known[0] ?? null;
}
