import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import {
  type Device,
  type DeviceDraft,
  type DeviceTarget,
  deviceLabel,
  deviceTargetSchema,
} from '../../../shared/contract/devices.ts';
import { HostError } from '../../../shared/contract/result.ts';
import { readJsonFile, writeJsonFile } from '../storage/json-file.ts';
import type { Vault } from '../vault.ts';

const savedDeviceSchema = z.object({
  id: z.string(),
  target: deviceTargetSchema,
  /** Cipher text of the vault; null without a secret. */
  secret: z.string().nullable(),
  createdAt: z.number(),
  lastConnectedAt: z.number().nullable(),
});
type SavedDevice = z.infer<typeof savedDeviceSchema>;

const devicesFileSchema = z.object({ version: z.literal(1), devices: z.array(savedDeviceSchema) });

/** The saved devices, one JSON file; secrets only as the vault's cipher text. */
export class DeviceStore {
  private devices: SavedDevice[] = [];
  private readonly path: string;
  private readonly vault: Vault;
  private readonly changed: (devices: Device[]) => void;
  private writing: Promise<void> = Promise.resolve();

  constructor(path: string, vault: Vault, changed: (devices: Device[]) => void) {
    this.path = path;
    this.vault = vault;
    this.changed = changed;
  }

  /** Answers where an unreadable file was kept, or null. */
  async load(): Promise<{ keptAs: string; reason: string } | null> {
    const content = await readJsonFile(this.path, devicesFileSchema);
    if (content.kind === 'read') this.devices = content.value.devices;
    return content.kind === 'unreadable' ? content : null;
  }

  list(): Device[] {
    return this.devices.map(withoutSecret);
  }

  get(id: string): Device {
    return withoutSecret(this.find(id));
  }

  /** Adds a device, or changes the one with the draft's id. */
  async save({ id, target, secret }: DeviceDraft): Promise<Device> {
    const old = id === null ? null : this.find(id);
    const saved: SavedDevice = {
      id: old?.id ?? randomUUID(),
      target,
      secret: secret === undefined ? (old?.secret ?? null) : this.encrypt(secret),
      createdAt: old?.createdAt ?? Date.now(),
      lastConnectedAt: old?.lastConnectedAt ?? null,
    };
    await this.replace(
      old === null
        ? [...this.devices, saved]
        : this.devices.map((device) => (device === old ? saved : device)),
    );
    return withoutSecret(saved);
  }

  /** A copy with a name of its own; the secret goes with it. */
  async duplicate(id: string): Promise<Device> {
    const original = this.find(id);
    const copy: SavedDevice = {
      ...original,
      id: randomUUID(),
      target: renamed(
        original.target,
        this.devices.map((device) => deviceLabel(device.target)),
      ),
      createdAt: Date.now(),
      lastConnectedAt: null,
    };
    await this.replace([...this.devices, copy]);
    return withoutSecret(copy);
  }

  async remove(id: string): Promise<void> {
    const removed = this.find(id);
    await this.replace(this.devices.filter((device) => device !== removed));
  }

  async markConnected(id: string, at: number): Promise<void> {
    const device = this.find(id);
    const marked = { ...device, lastConnectedAt: at };
    await this.replace(this.devices.map((other) => (other === device ? marked : other)));
  }

  /**
   * The secret in clear, for the host only; empty if the device has none. Throws when the vault
   * cannot read it (another key, a damaged file).
   */
  secret(id: string): string {
    const { secret } = this.find(id);
    return secret === null ? '' : this.vault.decrypt(secret);
  }

  /** Resolves when everything saved so far is on disk. */
  settled(): Promise<void> {
    return this.writing;
  }

  private find(id: string): SavedDevice {
    const device = this.devices.find((candidate) => candidate.id === id);
    if (device === undefined) throw new HostError('not-found', `no device ${id}`);
    return device;
  }

  private encrypt(secret: string): string | null {
    return secret === '' ? null : this.vault.encrypt(secret);
  }

  private async replace(devices: SavedDevice[]): Promise<void> {
    const before = this.devices;
    this.devices = devices;
    // One write after the other, so that the last state is the one on disk.
    const write = this.writing.then(() => writeJsonFile(this.path, { version: 1, devices }));
    this.writing = write.catch(() => undefined);
    try {
      await write;
    } catch (error) {
      if (this.devices === devices) this.devices = before;
      throw new HostError('storage-failed', `cannot write ${this.path}: ${String(error)}`);
    }
    this.changed(this.list());
  }
}

function withoutSecret({ secret, ...device }: SavedDevice): Device {
  return { ...device, hasSecret: secret !== null };
}

function renamed(target: DeviceTarget, taken: readonly string[]): DeviceTarget {
  const base = deviceLabel(target);
  let copy = 2;
  while (taken.includes(`${base}-${copy}`)) copy += 1;
  const name = `${base}-${copy}`;
  return target.kind === 'broker' ? { ...target, name } : { ...target, deviceName: name };
}
