import { randomBytes } from 'node:crypto';
import { userName } from '../../../shared/alibaba/signature.ts';
import {
  credentialsOfTarget,
  type Device,
  type DeviceDraft,
  deviceLabel,
} from '../../../shared/contract/devices.ts';
import { HostError } from '../../../shared/contract/result.ts';
import type { Session as SessionInfo, SessionProgress } from '../../../shared/contract/sessions.ts';
import type { AutoRepliesStore } from '../auto-replies-store.ts';
import type { CaptureLibrary } from '../capture/capture-library.ts';
import type { DeviceStore } from '../devices/device-store.ts';
import { endpointOf, endpointText } from '../devices/endpoint.ts';
import { loginOf } from '../devices/login.ts';
import type { EventListener } from '../event-listener.ts';
import type { LocalPlatform } from '../local-platform/local-platform.ts';
import type { PreferencesStore } from '../preferences-store.ts';
import { ConnectRate } from './connect-rate.ts';
import { Session } from './session.ts';

export interface SessionsOptions {
  readonly devices: DeviceStore;
  readonly captures: CaptureLibrary;
  readonly platform: LocalPlatform;
  readonly autoReplies: AutoRepliesStore;
  readonly preferences: PreferencesStore;
  readonly emit: EventListener;
}

/** The sessions there are, at most one per device, and what happens to them as devices change. */
export class Sessions {
  private readonly sessions = new Map<string, Session>();
  private readonly options: SessionsOptions;
  /** Devices whose session is being made: a second Connect must not make another. */
  private readonly starting = new Set<string>();
  private readonly rate = new ConnectRate();

  constructor(options: SessionsOptions) {
    this.options = options;
  }

  list(): SessionInfo[] {
    return [...this.sessions.values()].map((session) => session.info());
  }

  progress(): SessionProgress[] {
    return [...this.sessions.values()].map((session) => session.progress());
  }

  get(id: string): Session {
    const session = this.sessions.get(id);
    if (session === undefined) throw new HostError('not-found', `no session ${id}`);
    return session;
  }

  /**
   * Starts the device's session; a closed one goes on in the same capture, unless the device was
   * changed since.
   */
  async connect(deviceId: string): Promise<SessionInfo> {
    if (this.starting.has(deviceId)) {
      throw new HostError('already-connected', 'the device is connecting');
    }
    this.starting.add(deviceId);
    try {
      const device = this.options.devices.get(deviceId);
      let session = this.ofDevice(deviceId);
      if (session !== undefined && !session.isActive && !session.isFor(device)) {
        await this.end(session);
        session = undefined;
      }
      session ??= await this.create(device);
      session.connect();
      return session.info();
    } finally {
      this.starting.delete(deviceId);
    }
  }

  /** Disconnects and finishes the capture; the session is gone. */
  async end(session: Session): Promise<void> {
    await session.disconnect();
    this.sessions.delete(session.id);
    await this.options.captures.finish(session.capture);
    this.options.emit('session.removed', { sessionId: session.id });
  }

  /** A running session goes on as it was made. */
  async saveDevice(draft: DeviceDraft): Promise<Device> {
    const saved = await this.options.devices.save(draft);
    await this.makeLocally(saved);
    return saved;
  }

  async duplicateDevice(deviceId: string): Promise<Device> {
    const copy = await this.options.devices.duplicate(deviceId);
    await this.makeLocally(copy);
    return copy;
  }

  async removeDevice(deviceId: string): Promise<void> {
    const { devices, platform } = this.options;
    const { target } = devices.get(deviceId);
    const session = this.ofDevice(deviceId);
    if (session !== undefined) await this.end(session);
    await devices.remove(deviceId);
    const twin = devices
      .list()
      .some(
        ({ target: other }) =>
          target.kind === 'local' &&
          other.kind === 'local' &&
          other.productKey === target.productKey &&
          other.deviceName === target.deviceName,
      );
    if (target.kind === 'local' && !twin) {
      await platform.unregister(target.productKey, target.deviceName);
    }
  }

  async close(): Promise<void> {
    await Promise.all([...this.sessions.values()].map((session) => this.end(session)));
  }

  /** A running session answers as the device's replies are now. */
  autoRepliesChanged(deviceId: string): void {
    this.ofDevice(deviceId)?.setAutoReplies(this.options.autoReplies.of(deviceId));
  }

  /** Does on the local platform what a person does in the console before a device can connect. */
  private async makeLocally({ id, target }: Device): Promise<void> {
    if (target.kind !== 'local') return;
    const { devices, platform } = this.options;
    const { productKey, deviceName } = target;
    const { secret = '', productSecret = '' } = devices.secrets(id);
    const credentials = credentialsOfTarget(target);
    if (credentials.kind === 'secret') await platform.register(productKey, deviceName, secret);
    if (credentials.kind !== 'register') return;
    await platform.allowRegistration(productKey, productSecret);
    if (credentials.preRegistered) {
      await platform.register(productKey, deviceName, randomBytes(16).toString('hex'));
    }
  }

  private ofDevice(deviceId: string): Session | undefined {
    return [...this.sessions.values()].find((session) => session.deviceId === deviceId);
  }

  private async create(device: Device): Promise<Session> {
    const { devices, captures, platform, autoReplies, preferences, emit } = this.options;
    const { id: deviceId, target } = device;
    const local = target.kind === 'local' ? await platform.endpoints() : null;
    const endpoint = endpointOf(target, local);
    const triple = target.kind === 'broker' ? null : userName(target.deviceName, target.productKey);
    const capture = await captures.create({
      version: 1,
      label: deviceLabel(target),
      endpoint: endpointText(endpoint),
      deviceId,
      target,
      startedAt: Date.now(),
    });
    let wasConnected = false;
    const session = new Session({
      device,
      endpoint,
      capture,
      autoReplies: autoReplies.of(deviceId),
      retryPolicy: () => preferences.get(),
      login: (current) => loginOf(current, devices.secrets(deviceId)),
      registered: (registered) => devices.register(deviceId, registered),
      // Only the platform counts (D-30527).
      allowedAt: () => (triple === null ? 0 : this.rate.allowedAt(triple, Date.now())),
      connecting: () => triple !== null && this.rate.made(triple, Date.now()),
      changed: (info) => {
        // A device is seen when its connection begins, and until that ends.
        const isConnected = info.state.status === 'connected';
        if (isConnected !== wasConnected)
          devices.markConnected(deviceId, Date.now()).catch(() => undefined);
        wasConnected = isConnected;
        emit('session.changed', { session: info });
      },
      // What is due when a session ends comes after it.
      progressed: (progress) =>
        this.sessions.has(session.id) && emit('session.progressed', progress),
    });
    this.sessions.set(session.id, session);
    return session;
  }
}
