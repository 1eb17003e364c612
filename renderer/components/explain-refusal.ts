import { explainPacket } from '../../shared/alibaba/diagnosis/explain-packet.ts';
import type { DeviceTarget } from '../../shared/contract/devices.ts';
import type { Finding } from '../../shared/contract/packets.ts';
import type { Subscription } from '../../shared/contract/sessions.ts';
import { packetTypeNumbers } from '../../shared/mqtt/packet-types.ts';

/** Why the broker refused a subscription; nothing for one that was granted or is not answered. */
export function explainRefusal(
  { filter, granted }: Subscription,
  target: DeviceTarget,
): readonly Finding[] {
  if (granted === null) return [];
  const header = packetTypeNumbers.SUBACK << 4;
  return explainPacket(
    { header, code: granted, direction: 'received', topic: filter, size: 0 },
    { target },
  );
}
