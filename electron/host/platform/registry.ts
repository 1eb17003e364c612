import { userName } from '../../../shared/alibaba/signature.ts';
import type { CustomTopic, TopicOwner } from '../../../shared/alibaba/topics.ts';
import type { FindDevice, PlatformDevice } from './connect-check.ts';
import type { PlatformLimits } from './limits.ts';
import { type Permissions, permissionsOf } from './permissions.ts';
import {
  type DeviceRecord,
  newRecord,
  type PlatformState,
  type Product,
  type ProductDefinition,
  platformStateSchema,
  productSchema,
} from './state.ts';

export interface RegistryOptions {
  /** Devices registered elsewhere, besides those made on the platform. */
  readonly findDevice: FindDevice;
  /** Custom topics of every product. */
  readonly customTopics: readonly CustomTopic[];
  readonly limits: PlatformLimits;
}

const keyOf = ({ productKey, deviceName }: TopicOwner): string => userName(deviceName, productKey);

/** Products, devices and what is known of each. */
export class Registry {
  private readonly options: RegistryOptions;
  private readonly productList = new Map<string, Product>();
  private readonly devices = new Map<string, PlatformDevice>();
  private readonly records = new Map<string, DeviceRecord>();
  private readonly permissions = new Map<string, Permissions>();

  constructor(options: RegistryOptions) {
    this.options = options;
  }

  /** Products that were defined. */
  get products(): readonly Product[] {
    return [...this.productList.values()];
  }

  /** A product; one that was never defined has neither model, topics nor secret. */
  product(productKey: string): Product {
    return this.productList.get(productKey) ?? productSchema.parse({ productKey });
  }

  /** Throws a ZodError that names the field for a definition that is none. */
  setProduct(definition: ProductDefinition): Product {
    const product = productSchema.parse(definition);
    this.productList.set(product.productKey, product);
    this.permissions.clear();
    return product;
  }

  /** Throws what `findDevice` throws. */
  find(productKey: string, deviceName: string): PlatformDevice | undefined {
    return (
      this.devices.get(keyOf({ productKey, deviceName })) ??
      this.options.findDevice(productKey, deviceName)
    );
  }

  register(device: PlatformDevice): void {
    this.devices.set(keyOf(device), device);
  }

  /** True if something is known of a device beside its triple. */
  knows(owner: TopicOwner): boolean {
    return this.records.has(keyOf(owner));
  }

  /** Defines the custom topics of one device, in place of those it had. */
  setTopics(owner: TopicOwner, topics: readonly CustomTopic[]): void {
    this.record(owner).topics = [...topics];
    this.permissions.delete(keyOf(owner));
  }

  /** Forgets a device and all that is known of it. */
  remove(owner: TopicOwner): void {
    this.devices.delete(keyOf(owner));
    this.records.delete(keyOf(owner));
    this.permissions.delete(keyOf(owner));
  }

  /** What is known of a device, to read and to change. */
  record(owner: TopicOwner): DeviceRecord {
    const key = keyOf(owner);
    const known = this.records.get(key);
    if (known !== undefined) return known;
    const record = newRecord(owner.productKey, owner.deviceName);
    this.records.set(key, record);
    return record;
  }

  /** Every device of which something is known. */
  owners(): readonly TopicOwner[] {
    return [...this.records.values()].map(({ productKey, deviceName }) => ({
      productKey,
      deviceName,
    }));
  }

  /** A device logs in: its own topics may be others than the last time. */
  refresh(owner: TopicOwner): void {
    this.permissions.delete(keyOf(owner));
  }

  /** Kept until the product changes or the device logs in again. */
  permissionsOf(owner: TopicOwner): Permissions {
    const key = keyOf(owner);
    const known = this.permissions.get(key);
    if (known !== undefined) return known;
    const { customTopics, limits } = this.options;
    const ofProduct = this.product(owner.productKey).topics;
    const ofDevice = this.records.get(key)?.topics ?? [];
    const topics = [...customTopics, ...ofProduct, ...ofDevice, ...this.registeredTopics(owner)];
    const permissions = permissionsOf(owner, topics, limits);
    this.permissions.set(key, permissions);
    return permissions;
  }

  /** Topics that a device was registered with; none while it cannot be looked up. */
  private registeredTopics({ productKey, deviceName }: TopicOwner): readonly CustomTopic[] {
    try {
      return this.find(productKey, deviceName)?.topics ?? [];
    } catch {
      return [];
    }
  }

  snapshot(): PlatformState {
    return structuredClone({
      products: [...this.productList.values()],
      devices: [...this.devices.values()].map(({ topics = [], ...device }) => ({
        ...device,
        topics: [...topics],
      })),
      records: [...this.records.values()],
    });
  }

  /** Takes the place of everything known so far. Throws a ZodError for what is no snapshot. */
  restore(state: unknown): void {
    const { products, devices, records } = platformStateSchema.parse(state);
    this.productList.clear();
    this.devices.clear();
    this.records.clear();
    this.permissions.clear();
    for (const product of products) this.productList.set(product.productKey, product);
    for (const device of devices) this.devices.set(keyOf(device), device);
    for (const record of records) this.records.set(keyOf(record), record);
  }
}
