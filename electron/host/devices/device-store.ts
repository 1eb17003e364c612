import { randomUUID } from 'node:crypto';
import {
  type Device,
  type DeviceDraft,
  type DeviceTarget,
  deviceLabel,
} from '../../../shared/contract/devices.ts';
import { HostError } from '../../../shared/contract/result.ts';
import { readJsonFile, writeJsonFile } from '../storage/json-file.ts';
import type { Vault } from '../vault.ts';
import { checkClientKey } from './client-key.ts';
import { certificateOf, type Secrets } from './login.ts';
import { afterRegistration, type Registered } from './registration.ts';
import {
  type CipherTexts,
  devicesFileSchema,
  type SavedDevice,
  secretsUsedBy,
  withoutSecrets,
} from './saved-device.ts';

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
    return this.devices.map(withoutSecrets);
  }

  get(id: string): Device {
    return withoutSecrets(this.find(id));
  }

  /**
   * Adds a device, or changes the one with the draft's id. Secrets that the target has no use for are
   * removed, those of the kind of target it was before included. Throws a HostError:
   * `key-unreadable` or `key-mismatch` for a client certificate whose key does not open it.
   */
  async save(draft: DeviceDraft): Promise<Device> {
    const { id, target } = draft;
    const old = id === null ? null : this.find(id);
    const secrets = this.secretsToSave(draft, old);
    const certificate = certificateOf(target);
    if (certificate !== undefined) checkClientKey(certificate, this.decrypt(secrets));
    const saved: SavedDevice = {
      id: old?.id ?? randomUUID(),
      target,
      secrets,
      createdAt: old?.createdAt ?? Date.now(),
      lastConnectedAt: old?.lastConnectedAt ?? null,
    };
    await this.replace(
      old === null
        ? [...this.devices, saved]
        : this.devices.map((device) => (device === old ? saved : device)),
    );
    return withoutSecrets(saved);
  }

  /** Keeps what a registration gave: from now on the device connects with it. */
  async register(id: string, registered: Registered): Promise<Device> {
    const device = this.find(id);
    const { target, secret } = afterRegistration(device.target, registered);
    const [name] = secretsUsedBy(target);
    if (name === undefined) throw new HostError('internal', 'a registered device has a secret');
    const saved = { ...device, target, secrets: { [name]: this.vault.encrypt(secret) } };
    await this.replace(this.devices.map((other) => (other === device ? saved : other)));
    return withoutSecrets(saved);
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
    return withoutSecrets(copy);
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
   * The secrets in clear, for the host only. Throws when the vault cannot read one (another key, a
   * damaged file).
   */
  secrets(id: string): Secrets {
    return this.decrypt(this.find(id).secrets);
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

  /** What is typed takes the place of what is saved, as far as the target has a use for it. */
  private secretsToSave(draft: DeviceDraft, old: SavedDevice | null): CipherTexts {
    const isSameUse =
      old !== null && (old.target.kind === 'broker') === (draft.target.kind === 'broker');
    const secrets: CipherTexts = {};
    for (const name of secretsUsedBy(draft.target)) {
      const typed = name === 'deviceToken' ? undefined : draft[name];
      const kept = isSameUse ? old.secrets[name] : undefined;
      if (typed === undefined && kept !== undefined) secrets[name] = kept;
      else if (typed) secrets[name] = this.vault.encrypt(typed);
    }
    return secrets;
  }

  private decrypt(secrets: CipherTexts): Secrets {
    return Object.fromEntries(
      Object.entries(secrets).map(([name, cipherText]) => [name, this.vault.decrypt(cipherText)]),
    );
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

function renamed(target: DeviceTarget, taken: readonly string[]): DeviceTarget {
  const base = deviceLabel(target);
  let copy = 2;
  while (taken.includes(`${base}-${copy}`)) copy += 1;
  const name = `${base}-${copy}`;
  return target.kind === 'broker' ? { ...target, name } : { ...target, deviceName: name };
}
