import { z } from 'zod';

/** How the local platform should fail one device, so that the device can show how it copes. */
export const misbehaviourSchema = z.object({
  /** PUBACKs that are due are not sent. The messages arrive all the same. */
  losePubacks: z.boolean(),
  /** SUBACKs that are due are not sent. The subscriptions are granted all the same. */
  loseSubacks: z.boolean(),
  /** Milliseconds by which PUBACK and SUBACK come late; other packets overtake them. */
  ackDelay: z.number().int().min(0).max(600_000),
  /** How many more times each message to the device is sent. */
  duplicates: z.number().int().min(0).max(10),
  /** Each connection is cut after this many packets of both directions, counted from now or its login. */
  cutAfter: z.number().int().min(1).max(1_000_000).nullable(),
  /** Every filter is refused with 128. */
  refuseSubscriptions: z.boolean(),
  /** What every Alink request is answered with, instead of being looked at. */
  alinkCode: z.number().int().min(0).max(999_999).nullable(),
  /**
   * Half-open: what the device sends is not read, nothing is sent to it, and the connection is not
   * closed, also when the platform has long given it up.
   */
  silent: z.boolean(),
  /** The most that is sent to the device. */
  bytesPerSecond: z.number().int().min(1).max(100_000_000).nullable(),
});
export type MisbehaviourSettings = z.infer<typeof misbehaviourSchema>;

/** What the platform does by itself: nothing wrong. */
export const wellBehaved: MisbehaviourSettings = {
  losePubacks: false,
  loseSubacks: false,
  ackDelay: 0,
  duplicates: 0,
  cutAfter: null,
  refuseSubscriptions: false,
  alinkCode: null,
  silent: false,
  bytesPerSecond: null,
};

/** The settings that make the platform misbehave. */
export function activeMisbehaviour(
  settings: MisbehaviourSettings,
): readonly (keyof MisbehaviourSettings)[] {
  const names = Object.keys(wellBehaved) as (keyof MisbehaviourSettings)[];
  return names.filter((name) => settings[name] !== wellBehaved[name]);
}
