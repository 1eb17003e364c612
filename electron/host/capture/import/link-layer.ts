/** Link types (https://www.tcpdump.org/linktypes.html) under which IP is found. */
const NULL_LOOPBACK = 0;
const ETHERNET = 1;
const RAW_BSD = [12, 14];
const RAW = 101;
const OPENBSD_LOOPBACK = 108;
const LINUX_COOKED = 113;
const IPV4 = 228;
const IPV6 = 229;
const LINUX_COOKED_2 = 276;

const ETHERTYPE_IPV4 = 0x0800;
const ETHERTYPE_IPV6 = 0x86dd;
/** 802.1Q, 802.1ad, and the tag that stacked VLANs had before it. */
const VLAN_TAGS = [0x8100, 0x88a8, 0x9100];
/** VLAN tags that are followed; more than two are not in use. */
const VLAN_MAX = 4;

/**
 * The IP packet in a frame; `other` for frames of another protocol, `unreadable` for link types that
 * are not known and frames too short for their headers.
 */
export function ipPacketOf(linkType: number, frame: Buffer): Buffer | 'other' | 'unreadable' {
  switch (linkType) {
    case ETHERNET:
      return behindEtherType(frame, 12);
    case LINUX_COOKED:
      return behindEtherType(frame, 14);
    case LINUX_COOKED_2:
      return frame.length < 20 ? 'unreadable' : byEtherType(frame, frame.readUInt16BE(0), 20);
    case NULL_LOOPBACK:
    case OPENBSD_LOOPBACK:
      return frame.length < 5 ? 'unreadable' : byVersion(frame.subarray(4));
    case RAW:
    case IPV4:
    case IPV6:
      return byVersion(frame);
    default:
      return RAW_BSD.includes(linkType) ? byVersion(frame) : 'unreadable';
  }
}

/** `at` is where the EtherType stands; VLAN tags stand between it and the packet. */
function behindEtherType(frame: Buffer, at: number): Buffer | 'other' | 'unreadable' {
  for (let tags = 0; tags <= VLAN_MAX; tags += 1) {
    const place = at + tags * 4;
    if (place + 2 > frame.length) return 'unreadable';
    const type = frame.readUInt16BE(place);
    if (!VLAN_TAGS.includes(type)) return byEtherType(frame, type, place + 2);
  }
  return 'other';
}

function byEtherType(frame: Buffer, type: number, at: number): Buffer | 'other' | 'unreadable' {
  if (type !== ETHERTYPE_IPV4 && type !== ETHERTYPE_IPV6) return 'other';
  return byVersion(frame.subarray(at));
}

function byVersion(packet: Buffer): Buffer | 'other' | 'unreadable' {
  if (packet.length === 0) return 'unreadable';
  const version = (packet[0] ?? 0) >> 4;
  return version === 4 || version === 6 ? packet : 'other';
}
