import { LOCAL_HOST } from '../../../shared/alibaba/endpoints.ts';
import { defaultDataDir } from '../command-line/default-data-dir.ts';
import { endOnSignal, fail } from '../command-line/ending.ts';
import { openCertificates } from './certificate.ts';
import { help, readCliOptions } from './cli-options.ts';
import { demoDevice, readDevices } from './devices-file.ts';
import { type Platform, startPlatform } from './platform.ts';

/** `tcp://127.0.0.1:1883` and so on, for the URL of an MQTT client. */
const endpointsOf = ({ ports }: Platform) =>
  Object.fromEntries(
    Object.entries(ports).map(([transport, port]) => [
      transport,
      `${transport}://${LOCAL_HOST}:${port}`,
    ]),
  );

async function start(): Promise<void> {
  const options = readCliOptions(process.argv.slice(2));
  if (options.help) return console.log(help);
  const devices =
    options.devicesPath === null ? [demoDevice] : await readDevices(options.devicesPath);
  const { server, caPath } = await openCertificates(
    options.dataDir ?? defaultDataDir('tricorder-platform', process.platform, process.env),
  );
  const platform = await startPlatform({
    ports: options.ports,
    certificate: server,
    findDevice: (productKey, deviceName) =>
      devices.find((one) => one.productKey === productKey && one.deviceName === deviceName),
  });
  endOnSignal(() => platform.close());
  console.log(
    JSON.stringify({
      ready: true,
      endpoints: endpointsOf(platform),
      ca: caPath,
      devices: devices.map(({ productKey, deviceName }) => ({ productKey, deviceName })),
    }),
  );
}

await start().catch(fail);
