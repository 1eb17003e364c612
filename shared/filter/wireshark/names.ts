const PROTOCOL = /^(mqtt|frame|eth|ip|ipv6|tcp|udp|tls|ssl|http|websocket|data|json|_ws)$/;
const DOTTED = /^[a-z_][a-z0-9_]*(\.[a-z0-9_]+)+$/;
/** Not below `data` and `http`, which stand in payloads; a name that is only begun ends with a dot. */
const NAME =
  /^(mqtt|frame|tcp|_ws|(mqtt|frame|eth|ip|ipv6|tcp|udp|tls|ssl|websocket|json|_ws)\.[a-z0-9_.]*)(\[[^\]\s]*\])?$/;

/** A word by which Wireshark names everything of one protocol. */
export const isProtocol = (word: string): boolean => PROTOCOL.test(word);

/**
 * What is a field of Wireshark's or a protocol, or begins like one, however it stands: `mqtt`,
 * `tcp.window_size`, `mqtt.t`, the bytes `frame[0:2]`. `ip` and `data` alone are words.
 */
export const isName = (word: string): boolean => NAME.test(word);

/** What is a field of Wireshark's where it is compared; elsewhere a text, such as `data.temperature`. */
export const mayBeField = (word: string): boolean =>
  DOTTED.test(word) && isProtocol(word.slice(0, word.indexOf('.')));

/** A protocol that every packet here is carried by. */
export const isEveryPacket = (word: string): boolean => /^(mqtt|frame|tcp)$/.test(word);

/** What compares texts, in letters. */
export const isTextSign = (word: string): boolean => /^(contains|matches)$/.test(word);

/** What joins terms or negates one, in letters. */
export const isJoint = (word: string): boolean => /^(and|or|not)$/i.test(word);
