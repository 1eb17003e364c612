import { z } from 'zod';
import { type PlatformState, platformStateSchema } from '../platform/state.ts';
import { readJsonFile, writeJsonFile } from '../storage/json-file.ts';
import type { UnreadableFile } from '../storage/kept-file.ts';
import type { Vault } from '../vault.ts';

/** How long a change waits for others before all are written, in milliseconds. */
const DELAY = 2000;

/** Products, models, topics and what devices said, encrypted as a whole: secrets are among it. */
function sealedSchema(vault: Vault) {
  return z.object({
    version: z.literal(1),
    state: z.string().transform((cipherText, context): PlatformState => {
      try {
        return platformStateSchema.parse(JSON.parse(vault.decrypt(cipherText)));
      } catch {
        // Neither cipher text nor what is in it belongs in a message.
        context.addIssue('cannot be decrypted, or is not what was encrypted');
        return z.NEVER;
      }
    }),
  });
}

/** The file that the platform's state is in between two runs. */
export class StateFile {
  private readonly path: string;
  private readonly vault: Vault;
  private readonly failed: (reason: string) => void;
  private read: (() => PlatformState) | null = null;
  private timer: NodeJS.Timeout | null = null;
  private written = '';
  private writing: Promise<void> = Promise.resolve();

  /** @param failed told when a change could not be written; the next change is tried again */
  constructor(path: string, vault: Vault, failed: (reason: string) => void) {
    this.path = path;
    this.vault = vault;
    this.failed = failed;
  }

  async load(): Promise<{ state: PlatformState | null; unreadable: UnreadableFile | null }> {
    const content = await readJsonFile(this.path, sealedSchema(this.vault));
    return {
      state: content.kind === 'read' ? content.value.state : null,
      unreadable: content.kind === 'unreadable' ? content : null,
    };
  }

  /** Writes the state before long, as it is then. */
  keep(read: () => PlatformState): void {
    this.read = read;
    this.timer ??= setTimeout(() => this.write(), DELAY);
  }

  /** Resolves when everything that was to be kept is on disk. */
  settled(): Promise<void> {
    if (this.timer !== null) this.write();
    return this.writing;
  }

  private write(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
    this.writing = this.writing
      .then(() => this.writeNow())
      .catch((error: unknown) => this.failed(String(error)));
  }

  private async writeNow(): Promise<void> {
    const text = JSON.stringify(this.read?.());
    if (text === this.written) return;
    await writeJsonFile(this.path, { version: 1, state: this.vault.encrypt(text) });
    this.written = text;
  }
}
