import { join } from 'node:path';
import { z } from 'zod';
import { LOCAL_HOST } from '../../../shared/alibaba/endpoints.ts';
import type { TopicOwner } from '../../../shared/alibaba/topics.ts';
import type { Transport } from '../../../shared/contract/devices.ts';
import type { PlatformStatus } from '../../../shared/contract/platform.ts';
import { HostError } from '../../../shared/contract/result.ts';
import type { EventListener } from '../event-listener.ts';
import { openCertificates } from '../platform/certificate.ts';
import { type Platform, startPlatform } from '../platform/platform.ts';
import type { PlatformState } from '../platform/state.ts';
import { KeptFile, type UnreadableFile } from '../storage/kept-file.ts';
import type { Vault } from '../vault.ts';
import { deviceView } from './device-view.ts';
import { Misbehaviours } from './misbehaviours.ts';
import { PlatformNews } from './platform-news.ts';
import { ScenarioStore } from './scenario-store.ts';
import { StateFile } from './state-file.ts';

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

export interface LocalPlatformOptions {
  readonly dataDir: string;
  readonly vault: Vault;
  readonly emit: EventListener;
  /** Told when the platform's state cannot be written. */
  readonly writeFailed: (reason: string) => void;
}

/** Files of the platform that could not be read. */
export interface UnreadableFiles {
  readonly registry: UnreadableFile | null;
  readonly state: UnreadableFile | null;
  readonly scenarios: UnreadableFile | null;
}

/**
 * The built-in platform with the devices registered on it. Like the real one it keeps its own copy
 * of a device's secret, so that a wrong secret in a saved device is refused. It starts when it is
 * first needed, with what it knew when it last ran.
 */
export class LocalPlatform {
  readonly scenarios: ScenarioStore;
  readonly misbehaviours = new Misbehaviours(() => this.tellStatus());
  readonly news: PlatformNews;
  private readonly options: LocalPlatformOptions;
  private readonly registry: KeptFile<typeof registrySchema>;
  private readonly stateFile: StateFile;
  /** What it starts with. */
  private state: PlatformState | null = null;
  private running: Promise<Running> | null = null;
  private listening: LocalEndpoints | null = null;

  constructor(options: LocalPlatformOptions) {
    const { dataDir, vault, emit, writeFailed } = options;
    this.options = options;
    this.registry = new KeptFile(join(dataDir, 'local-platform.json'), registrySchema, {
      version: 1,
      devices: [],
    });
    this.stateFile = new StateFile(
      join(dataDir, 'local-platform', 'state.json'),
      vault,
      writeFailed,
    );
    this.scenarios = new ScenarioStore(join(dataDir, 'scenarios.json'));
    this.news = new PlatformNews({
      deviceChanged: (view) => emit('platform.deviceChanged', view),
      logGrew: (tail) => emit('platform.logGrew', tail),
    });
  }

  async load(): Promise<UnreadableFiles> {
    const registry = await this.registry.load();
    const { state, unreadable } = await this.stateFile.load();
    this.state = state;
    return { registry, state: unreadable, scenarios: await this.scenarios.load() };
  }

  has(productKey: string, deviceName: string): boolean {
    return this.find(productKey, deviceName) !== undefined;
  }

  /** Registers a device; one that is registered keeps the secret it was registered with. */
  async register(productKey: string, deviceName: string, deviceSecret: string): Promise<void> {
    if (this.has(productKey, deviceName)) return;
    const secret = this.options.vault.encrypt(deviceSecret);
    await this.write([...this.registry.value.devices, { productKey, deviceName, secret }]);
  }

  /** Lets a product's devices register with its secret, as the console's switch does. */
  async allowRegistration(productKey: string, productSecret: string): Promise<void> {
    const platform = await this.run();
    const product = platform.product(productKey);
    platform.setProduct({ ...product, productSecret, dynamicRegistration: true });
    this.keepState(platform);
  }

  /** Forgets a device, and everything that the platform knew of it. */
  async unregister(productKey: string, deviceName: string): Promise<void> {
    const owner = { productKey, deviceName };
    const device = this.find(productKey, deviceName);
    await this.write(this.registry.value.devices.filter((other) => other !== device));
    this.misbehaviours.forget(owner);
    this.news.forget(owner);
    if (this.running !== null) {
      const platform = await this.run();
      platform.remove(owner);
      this.keepState(platform);
    } else if (this.state !== null) {
      const { records, ...state } = this.state;
      const isOther = (one: TopicOwner) =>
        one.productKey !== productKey || one.deviceName !== deviceName;
      const others = { ...state, records: records.filter(isOther) };
      this.state = others;
      this.stateFile.keep(() => others);
    }
  }

  /** Where the platform listens; starts it if it does not run. */
  async endpoints(): Promise<LocalEndpoints> {
    return (await this.start()).endpoints;
  }

  /** The platform; starts it if it does not run. */
  async run(): Promise<Platform> {
    return (await this.start()).platform;
  }

  /** The platform for something with a device; `not-found` for one that is not registered. */
  async runFor({ productKey, deviceName }: TopicOwner): Promise<Platform> {
    if (!this.has(productKey, deviceName))
      throw new HostError('not-found', `${deviceName} of ${productKey} is not registered here`);
    return await this.run();
  }

  /** Something was changed by a command: kept, and told to who watches. */
  changed(platform: Platform, owner: TopicOwner): void {
    this.keepState(platform);
    this.news.deviceChanged(owner, () =>
      deviceView(platform.deviceState(owner.productKey, owner.deviceName)),
    );
  }

  keepState(platform: Platform): void {
    this.stateFile.keep(() => platform.snapshot());
  }

  status(): PlatformStatus {
    const { listening } = this;
    const url = (transport: Transport) =>
      `${transport}://${LOCAL_HOST}:${listening?.ports[transport]}`;
    return {
      endpoints: listening && { tcp: url('tcp'), tls: url('tls'), ws: url('ws'), wss: url('wss') },
      caPath: listening?.caPath ?? null,
      misbehaving: this.misbehaviours.list(),
      scenarios: this.scenarios.list(),
    };
  }

  tellStatus(): void {
    this.options.emit('platform.changed', this.status());
  }

  async close(): Promise<void> {
    this.misbehaviours.close();
    this.news.close();
    await this.stateFile.settled();
    await (await this.running?.catch(() => null))?.platform.close();
    await this.registry.settled();
    await this.scenarios.settled();
  }

  private async start(): Promise<Running> {
    this.running ??= this.open();
    try {
      return await this.running;
    } catch (error) {
      this.running = null;
      throw error;
    }
  }

  private async open(): Promise<Running> {
    const { dataDir, vault } = this.options;
    const { server, authority, caPath } = await openCertificates(join(dataDir, 'local-platform'));
    const platform = await startPlatform({
      ports: { tcp: 0, tls: 0, ws: 0, wss: 0 },
      certificate: server,
      ...(this.state && { state: this.state }),
      findDevice: (productKey, deviceName) => {
        const device = this.find(productKey, deviceName);
        return device && { productKey, deviceName, deviceSecret: vault.decrypt(device.secret) };
      },
    });
    platform.onDevice((owner) => this.changed(platform, owner));
    platform.onLog((entry) => this.news.logged(entry));
    const { tcp, tls = 0, ws = 0, wss = 0 } = platform.ports;
    this.listening = { ports: { tcp, tls, ws, wss }, authority, caPath };
    this.tellStatus();
    return { platform, endpoints: this.listening };
  }

  private find(productKey: string, deviceName: string): Registered | undefined {
    return this.registry.value.devices.find(
      (device) => device.productKey === productKey && device.deviceName === deviceName,
    );
  }

  private write(devices: Registered[]): Promise<void> {
    return this.registry.replace({ version: 1, devices });
  }
}
