import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import {
  type MessageDraft,
  type SavedMessage,
  savedMessageSchema,
} from '../../shared/contract/messages.ts';
import { HostError } from '../../shared/contract/result.ts';
import { readJsonFile, writeJsonFile } from './storage/json-file.ts';

const fileSchema = z.object({ version: z.literal(1), messages: z.array(savedMessageSchema) });

/** Messages that users keep, for one device or for all, one JSON file. */
export class MessagesStore {
  private messages: readonly SavedMessage[] = [];
  private readonly path: string;
  private writing: Promise<void> = Promise.resolve();

  constructor(path: string) {
    this.path = path;
  }

  /** Answers where an unreadable file was kept, or null. */
  async load(): Promise<{ keptAs: string; reason: string } | null> {
    const content = await readJsonFile(this.path, fileSchema);
    if (content.kind === 'read') this.messages = content.value.messages;
    return content.kind === 'unreadable' ? content : null;
  }

  /** Resolves when everything saved so far is on disk. */
  settled(): Promise<void> {
    return this.writing;
  }

  /** In order of their names. */
  list(): SavedMessage[] {
    return [...this.messages].sort((one, other) => one.name.localeCompare(other.name));
  }

  async save(draft: MessageDraft): Promise<void> {
    const others = this.messages.filter(
      ({ name, deviceId }) => name !== draft.name || deviceId !== draft.deviceId,
    );
    await this.replace([...others, { ...draft, id: randomUUID() }]);
  }

  async remove(messageId: string): Promise<void> {
    const others = this.messages.filter(({ id }) => id !== messageId);
    if (others.length === this.messages.length) {
      throw new HostError('not-found', `no saved message ${messageId}`);
    }
    await this.replace(others);
  }

  /** Takes away what was kept for a device that is removed. */
  async forgetDevice(deviceId: string): Promise<void> {
    const others = this.messages.filter((message) => message.deviceId !== deviceId);
    if (others.length < this.messages.length) await this.replace(others);
  }

  private async replace(messages: readonly SavedMessage[]): Promise<void> {
    const before = this.messages;
    this.messages = messages;
    const write = this.writing.then(() => writeJsonFile(this.path, { version: 1, messages }));
    this.writing = write.catch(() => undefined);
    await write.catch((error: unknown) => {
      if (this.messages === messages) this.messages = before;
      throw new HostError('storage-failed', `cannot write ${this.path}: ${String(error)}`);
    });
  }
}
