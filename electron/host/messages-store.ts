import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import {
  type MessageDraft,
  type SavedMessage,
  savedMessageSchema,
} from '../../shared/contract/messages.ts';
import { HostError } from '../../shared/contract/result.ts';
import { KeptFile } from './storage/kept-file.ts';

const fileSchema = z.object({ version: z.literal(1), messages: z.array(savedMessageSchema) });

/** Messages that users keep, for one device or for all, one JSON file. */
export class MessagesStore {
  readonly file: KeptFile<typeof fileSchema>;

  constructor(path: string) {
    this.file = new KeptFile(path, fileSchema, { version: 1, messages: [] });
  }

  /** In order of their names. */
  list(): SavedMessage[] {
    return [...this.file.value.messages].sort((one, other) => one.name.localeCompare(other.name));
  }

  async save(draft: MessageDraft): Promise<void> {
    const others = this.file.value.messages.filter(
      ({ name, deviceId }) => name !== draft.name || deviceId !== draft.deviceId,
    );
    await this.replace([...others, { ...draft, id: randomUUID() }]);
  }

  async remove(messageId: string): Promise<void> {
    const { messages } = this.file.value;
    const others = messages.filter(({ id }) => id !== messageId);
    if (others.length === messages.length) {
      throw new HostError('not-found', `no saved message ${messageId}`);
    }
    await this.replace(others);
  }

  /** Takes away what was kept for a device that is removed. */
  async forgetDevice(deviceId: string): Promise<void> {
    const { messages } = this.file.value;
    const others = messages.filter((message) => message.deviceId !== deviceId);
    if (others.length < messages.length) await this.replace(others);
  }

  private replace(messages: SavedMessage[]): Promise<void> {
    return this.file.replace({ version: 1, messages });
  }
}
