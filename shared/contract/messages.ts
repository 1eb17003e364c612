import { z } from 'zod';
import { messageSchema } from './sessions.ts';

/** A message to keep. The same name in the same place takes the earlier one's place. */
export const messageDraftSchema = z.object({
  name: z.string().trim().min(1).max(64),
  /** The device it is kept for; null: for every device. */
  deviceId: z.string().min(1).max(128).nullable(),
  /**
   * For every device, the topic names the device's own triple as `${productKey}` and
   * `${deviceName}`: they are filled in when it is taken up again.
   */
  message: messageSchema,
});
export type MessageDraft = z.infer<typeof messageDraftSchema>;

/** A message under a name, to be published again some other day. */
export const savedMessageSchema = messageDraftSchema.extend({ id: z.string() });
export type SavedMessage = z.infer<typeof savedMessageSchema>;
