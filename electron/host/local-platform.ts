import { z } from 'zod';
import { type Platform, startPlatform } from './platform/platform.ts';
import { readJsonFile, writeJsonFile } from './storage/json-file.ts';
import type { Vault } from './vault.ts';

const registrySchema = z.object({
  version: z.literal(1),
  devices: z.array(
    z.object({ productKey: z.string(), deviceName: z.string(), secret: z.string() }),
  ),
});
type Registered = z.infer<typeof registrySchema>['devices'][number];

/**
 * The built-in platform with the devices registered on it. Like the real one it keeps its own copy
 * of a device's secret, so that a wrong secret in a saved device is refused.
 */
export class LocalPlatform {
  private devices: Registered[] = [];
  private running: Promise<Platform> | null = null;
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

  /** Starts the platform if it does not run; answers its loopback port. */
  async start(): Promise<number> {
    this.running ??= startPlatform({
      findDevice: (productKey, deviceName) => {
        const device = this.find(productKey, deviceName);
        return (
          device && { productKey, deviceName, deviceSecret: this.vault.decrypt(device.secret) }
        );
      },
    });
    try {
      return (await this.running).ports.tcp;
    } catch (error) {
      this.running = null;
      throw error;
    }
  }

  async close(): Promise<void> {
    await (await this.running?.catch(() => null))?.close();
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
