import { fine, type SessionRule } from './session-rule.ts';

const SECOND_US = 1_000_000;
/** How many keep alives a client may be silent for [MQTT-3.1.2-24]. */
const GRACE = 1.5;

/**
 * A client that is silent for more than one and a half times its keep alive, told at the next packet
 * of the same connection. A connection that ended in the silence is not among them: nobody knows how
 * long it lasted.
 */
export function missedKeepAlive(): SessionRule {
  let keepAlive = 0;
  let connection = -1;
  let lastSent = 0;
  let told = false;
  return (packet, { connect }) => {
    if (packet.connection !== connection) {
      ({ connection, time: lastSent } = packet);
      keepAlive = 0;
    }
    if (connect !== null) keepAlive = connect.keepAlive;
    const silence = packet.time - lastSent;
    const missed = keepAlive > 0 && silence > GRACE * keepAlive * SECOND_US;
    const first = missed && !told;
    if (packet.direction === 'sent') {
      lastSent = packet.time;
      told = false;
    } else told ||= missed;
    if (!first) return fine;
    const values = { keepAlive, seconds: Math.round(silence / SECOND_US) };
    return [{ rule: 'keep-alive-missed', values }];
  };
}
