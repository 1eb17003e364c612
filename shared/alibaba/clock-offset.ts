/**
 * Milliseconds that the platform's clock is ahead of the device's, from a reply on
 * `/ext/ntp/…/response`: half the difference of the two ways. null for any other payload.
 *
 * @param receivedAt the device's time when the reply came, milliseconds since the epoch
 */
export function clockOffset(payload: string, receivedAt: number): number | null {
  let reply: unknown;
  try {
    reply = JSON.parse(payload);
  } catch {
    return null;
  }
  if (typeof reply !== 'object' || reply === null) return null;
  const { deviceSendTime, serverRecvTime, serverSendTime } = reply as Record<string, unknown>;
  const times = [deviceSendTime, serverRecvTime, serverSendTime];
  // The documents have them as texts.
  const [sent, taken, answered] = times.map((time) => Number(time ?? Number.NaN));
  if (sent === undefined || taken === undefined || answered === undefined) return null;
  const offset = (taken + answered - sent - receivedAt) / 2;
  return Number.isFinite(offset) ? offset : null;
}
