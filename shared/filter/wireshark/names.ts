const PROTOCOL = /^(mqtt|frame|eth|ip|ipv6|tcp|udp|tls|ssl|http|websocket|data|_ws)$/;
const DOTTED = /^[a-z_][a-z0-9_]*(\.[a-z0-9_]+)+$/;

/** A word by which Wireshark names everything of one protocol. */
export const isProtocol = (word: string): boolean => PROTOCOL.test(word);

/** What may be a field of Wireshark's, such as `tcp.window_size`; a host `mqtt.example` may be too. */
export const mayBeField = (word: string): boolean =>
  DOTTED.test(word) && isProtocol(word.slice(0, word.indexOf('.')));

/** What joins terms or negates one, in letters. */
export const isJoint = (word: string): boolean => /^(and|or|not)$/i.test(word);
