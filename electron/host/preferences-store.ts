import type { CommandInput } from '../../shared/contract/commands.ts';
import {
  defaultPreferences,
  type Preferences,
  preferencesSchema,
} from '../../shared/contract/preferences.ts';
import { HostError } from '../../shared/contract/result.ts';
import { readJsonFile, writeJsonFile } from './storage/json-file.ts';

/** What the user chose about the window, one JSON file. */
export class PreferencesStore {
  private preferences = defaultPreferences;
  private readonly path: string;
  private writing: Promise<void> = Promise.resolve();

  constructor(path: string) {
    this.path = path;
  }

  /** Answers where an unreadable file was kept, or null. */
  async load(): Promise<{ keptAs: string; reason: string } | null> {
    const content = await readJsonFile(this.path, preferencesSchema);
    if (content.kind === 'read') this.preferences = content.value;
    return content.kind === 'unreadable' ? content : null;
  }

  /** Resolves when everything set so far is on disk. */
  settled(): Promise<void> {
    return this.writing;
  }

  get(): Preferences {
    return this.preferences;
  }

  async set(changes: CommandInput<'preferences.set'>): Promise<Preferences> {
    const given = Object.entries(changes).filter(([, value]) => value !== undefined);
    this.preferences = { ...this.preferences, ...Object.fromEntries(given) };
    const write = this.writing.then(() => writeJsonFile(this.path, this.preferences));
    this.writing = write.catch(() => undefined);
    await write.catch((error: unknown) => {
      throw new HostError('storage-failed', `cannot write ${this.path}: ${String(error)}`);
    });
    return this.preferences;
  }
}
