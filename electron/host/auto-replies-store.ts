import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import {
  type AutoReply,
  type AutoReplyChanges,
  autoReplySchema,
  initialAutoReply,
} from '../../shared/contract/auto-replies.ts';
import { HostError } from '../../shared/contract/result.ts';
import { KeptFile } from './storage/kept-file.ts';

const fileSchema = z.object({
  version: z.literal(1),
  replies: z.array(autoReplySchema.extend({ deviceId: z.string() })),
});

/** How devices answer the cloud by themselves, one JSON file. */
export class AutoRepliesStore {
  readonly file: KeptFile<typeof fileSchema>;

  constructor(path: string) {
    this.file = new KeptFile(path, fileSchema, { version: 1, replies: [] });
  }

  /** Those of a device, in the order they were made. */
  of(deviceId: string): AutoReply[] {
    return this.file.value.replies
      .filter((reply) => reply.deviceId === deviceId)
      .map(({ deviceId: _device, ...reply }) => reply);
  }

  /** Adds a reply, or changes the one with the same trigger and service. */
  async save(deviceId: string, { service, ...rest }: AutoReplyChanges): Promise<void> {
    const changes = { ...rest, service: rest.trigger === 'service' ? service : '' };
    const { replies } = this.file.value;
    const isSame = (other: (typeof replies)[number]) =>
      other.deviceId === deviceId &&
      other.trigger === changes.trigger &&
      other.service === changes.service;
    const known = replies.find(isSame);
    await this.replace(
      known
        ? replies.map((reply) => (reply === known ? { ...known, ...changes } : reply))
        : [...replies, { ...initialAutoReply, ...changes, id: randomUUID(), deviceId }],
    );
  }

  async remove(deviceId: string, replyId: string): Promise<void> {
    const { replies } = this.file.value;
    const others = replies.filter((reply) => reply.id !== replyId || reply.deviceId !== deviceId);
    if (others.length === replies.length) throw new HostError('not-found', `no reply ${replyId}`);
    await this.replace(others);
  }

  async forgetDevice(deviceId: string): Promise<void> {
    const { replies } = this.file.value;
    const others = replies.filter((reply) => reply.deviceId !== deviceId);
    if (others.length < replies.length) await this.replace(others);
  }

  private replace(replies: z.infer<typeof fileSchema>['replies']): Promise<void> {
    return this.file.replace({ version: 1, replies });
  }
}
