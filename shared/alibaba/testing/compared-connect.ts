import type { DeviceConnect } from '../../contract/connection-parameters.ts';
import { type ComparedTriple, compareConnect, type Hmac } from '../connect-comparison.ts';

/** The triple of vector V1 (D-73742). */
export const triple: ComparedTriple = {
  productKey: 'pk',
  deviceName: 'device',
  deviceSecret: 'secret',
  transport: 'tls',
};

export const CLIENT_ID = '12345|securemode=2,signmethod=hmacsha1,timestamp=789|';
/** What {@link CLIENT_ID} makes the triple sign. */
export const CONTENT = 'clientId12345deviceNamedeviceproductKeypktimestamp789';
/** What vector V1 sends. */
export const right: DeviceConnect = {
  clientId: CLIENT_ID,
  username: 'device&pk',
  password: 'FAFD82A3D602B37FB0FA8B7892F24A477F851A14',
};

/** The client id with another timestamp, and the content with another timestamp. */
export const at = (timestamp: string) => CLIENT_ID.replace('789', timestamp);
export const contentAt = (timestamp: string) => CONTENT.replace('789', timestamp);
/** The content as the names stand in a triple, not in alphabetical order. */
export const UNSORTED = 'productKeypkdeviceNamedeviceclientId12345timestamp789';

/** Signing and comparing with V1's triple, by the given HMAC. */
export const comparedBy = (hmac: Hmac) => ({
  /** The password for a content, under the triple's secret unless told. */
  signed: (
    content: string,
    method: Parameters<Hmac>[2] = 'hmacsha1',
    secret = triple.deviceSecret,
  ) => hmac(content, secret, method),
  /** Compares V1 with some of it changed. */
  compare: (changes: Partial<DeviceConnect>, against = triple) =>
    compareConnect({ ...right, ...changes }, against, hmac),
});
