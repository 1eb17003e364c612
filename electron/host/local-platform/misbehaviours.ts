import {
  activeMisbehaviour,
  type MisbehaviourSettings,
  wellBehaved,
} from '../../../shared/alibaba/misbehaviour.ts';
import { userName } from '../../../shared/alibaba/signature.ts';
import type { TopicOwner } from '../../../shared/alibaba/topics.ts';
import type { Misbehaving, Scenario } from '../../../shared/contract/platform.ts';
import type { Platform } from '../platform/platform.ts';

interface Playing {
  readonly scenario: Scenario;
  /** Steps that have begun. */
  step: number;
  timer: NodeJS.Timeout | null;
}

interface Entry {
  readonly owner: TopicOwner;
  settings: MisbehaviourSettings;
  playing: Playing | null;
}

const keyOf = ({ productKey, deviceName }: TopicOwner): string => userName(deviceName, productKey);

/**
 * How the platform misbehaves towards each device, set by hand or by a scenario that is played. None
 * of it is kept over a restart: a platform that starts behaves.
 */
export class Misbehaviours {
  private readonly entries = new Map<string, Entry>();
  private readonly changed: () => void;

  constructor(changed: () => void) {
    this.changed = changed;
  }

  /** Devices towards which it misbehaves, or which a scenario is played to. */
  list(): Misbehaving[] {
    return [...this.entries.values()]
      .filter(
        ({ settings, playing }) => activeMisbehaviour(settings).length > 0 || playing !== null,
      )
      .map(({ owner, settings, playing }) => ({
        ...owner,
        settings,
        scenario: playing && {
          name: playing.scenario.name,
          step: playing.step,
          steps: playing.scenario.steps.length,
        },
      }));
  }

  /** By hand: a scenario that is played to the device ends. */
  set(platform: Platform, owner: TopicOwner, settings: MisbehaviourSettings): void {
    const entry = this.entry(owner);
    stop(entry);
    this.apply(platform, entry, settings);
    this.changed();
  }

  play(platform: Platform, owner: TopicOwner, scenario: Scenario): void {
    const entry = this.entry(owner);
    stop(entry);
    entry.playing = { scenario, step: 0, timer: null };
    this.advance(platform, entry, entry.playing);
  }

  forget(owner: TopicOwner): void {
    const entry = this.entries.get(keyOf(owner));
    if (entry === undefined) return;
    stop(entry);
    this.entries.delete(keyOf(owner));
    this.changed();
  }

  close(): void {
    for (const entry of this.entries.values()) stop(entry);
  }

  private entry(owner: TopicOwner): Entry {
    const known = this.entries.get(keyOf(owner));
    if (known !== undefined) return known;
    const entry = { owner, settings: wellBehaved, playing: null };
    this.entries.set(keyOf(owner), entry);
    return entry;
  }

  private apply(platform: Platform, entry: Entry, settings: MisbehaviourSettings): void {
    entry.settings = settings;
    platform.misbehave(entry.owner, settings);
  }

  /** Begins steps until one has to be waited for, or the scenario has come to its end. */
  private advance(platform: Platform, entry: Entry, playing: Playing): void {
    const next = playing.scenario.steps[playing.step];
    if (next === undefined) {
      // What the last step set stays, as if it had been set by hand.
      entry.playing = null;
    } else {
      playing.timer = setTimeout(() => {
        playing.step += 1;
        this.apply(platform, entry, next.settings);
        if (next.cut) platform.cut(entry.owner);
        this.advance(platform, entry, playing);
      }, next.afterSeconds * 1000);
    }
    this.changed();
  }
}

function stop(entry: Entry): void {
  if (entry.playing?.timer) clearTimeout(entry.playing.timer);
  entry.playing = null;
}
