import { dirname, join } from 'node:path';
import { z } from 'zod';
import type { Transport } from '../../../shared/contract/devices.ts';
import { openCertificates } from '../platform/certificate.ts';
import { type Platform, startPlatform } from '../platform/platform.ts';
import { readJsonFile, writeJsonFile } from '../storage/json-file.ts';
import type { Vault } from '../vault.ts';

const registrySchema = z.object({
  version: z.literal(1),
  devices: z.array(
    z.object({ productKey: z.string(), deviceName: z.string(), secret: z.string() }),
  ),
});
type Registered = z.infer<typeof registrySchema>['devices'][number];

/** Where devices reach the running platform, on loopback. */
export interface LocalEndpoints {
  readonly ports: Readonly<Record<Transport, number>>;
  /** PEM of the authority behind its TLS certificates. */
  readonly authority: string;
  /** The file that the authority is in, for devices outside the app. */
  readonly caPath: string;
}

interface Running {
  readonly platform: Platform;
  readonly endpoints: LocalEndpoints;
}

/**
 * The built-in platform with the devices registered on it. Like the real one it keeps its own copy
 * of a device's secret, so that a wrong secret in a saved device is refused.
 */
export class LocalPlatform {
  private devices: Registered[] = [];
  private running: Promise<Running> | null = null;
  private readonly path: string;
  private readonly vault: Vault;

  constructor(path: string, vault: Vault) {
    this.path = path;
    this.vault = vault;
  }

  async load(): Promise<void> {
    const content = await readJsonFile(this.path, registrySchema);
    if (content.kind === 'read') this.devices = content.value.devices;
  }

  has(productKey: string, deviceName: string): boolean {
    return this.find(productKey, deviceName) !== undefined;
  }

  /** Registers a device; one that is registered keeps the secret it was registered with. */
  async register(productKey: string, deviceName: string, deviceSecret: string): Promise<void> {
    if (this.has(productKey, deviceName)) return;
    const secret = this.vault.encrypt(deviceSecret);
    this.devices = [...this.devices, { productKey, deviceName, secret }];
    await this.write();
  }

  async unregister(productKey: string, deviceName: string): Promise<void> {
    const device = this.find(productKey, deviceName);
    this.devices = this.devices.filter((other) => other !== device);
    await this.write();
  }

  /** Where the platform listens; starts it if it does not run. */
  async endpoints(): Promise<LocalEndpoints> {
    this.running ??= this.start();
    try {
      return (await this.running).endpoints;
    } catch (error) {
      this.running = null;
      throw error;
    }
  }

  async close(): Promise<void> {
    await (await this.running?.catch(() => null))?.platform.close();
  }

  private async start(): Promise<Running> {
    const { server, authority, caPath } = await openCertificates(
      join(dirname(this.path), 'local-platform'),
    );
    const platform = await startPlatform({
      ports: { tcp: 0, tls: 0, ws: 0, wss: 0 },
      certificate: server,
      findDevice: (productKey, deviceName) => {
        const device = this.find(productKey, deviceName);
        return (
          device && { productKey, deviceName, deviceSecret: this.vault.decrypt(device.secret) }
        );
      },
    });
    const { tcp, tls = 0, ws = 0, wss = 0 } = platform.ports;
    return { platform, endpoints: { ports: { tcp, tls, ws, wss }, authority, caPath } };
  }

  private find(productKey: string, deviceName: string): Registered | undefined {
    return this.devices.find(
      (device) => device.productKey === productKey && device.deviceName === deviceName,
    );
  }

  private async write(): Promise<void> {
    await writeJsonFile(this.path, { version: 1, devices: this.devices });
  }
}
