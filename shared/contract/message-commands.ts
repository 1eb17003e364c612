import { z } from 'zod';
import { thingModelSchema } from '../alibaba/thing-model.ts';
import { autoReplyChangesSchema, autoReplySchema } from './auto-replies.ts';
import { productKeySchema } from './devices.ts';
import { messageDraftSchema, savedMessageSchema } from './messages.ts';
import { THING_MODEL_TEXT_MAX } from './thing-models.ts';

const id = z.string().min(1).max(128);
const product = z.object({ productKey: productKeySchema });
const savedMessages = z.object({ messages: z.array(savedMessageSchema) });
const autoReplies = z.object({ replies: z.array(autoReplySchema) });
const thingModel = z.object({ model: thingModelSchema.nullable() });

/** Commands about what devices say: messages to keep, replies by themselves, models of products. */
export const messageCommands = {
  /** Saved messages of all devices, by name. */
  'messages.list': { input: z.object({}), output: savedMessages },
  'messages.save': { input: messageDraftSchema, output: savedMessages },
  'messages.remove': { input: z.object({ messageId: id }), output: savedMessages },

  /**
   * How a device answers the cloud by itself; its session tells what has become of it. Takes
   * what changes only: another change may be on its way, which the one who saves does not know yet.
   * `invalid-input` when the payload is a template with a problem.
   */
  'autoReplies.save': {
    input: z.object({ deviceId: id, reply: autoReplyChangesSchema }),
    output: autoReplies,
  },
  'autoReplies.remove': { input: z.object({ deviceId: id, replyId: id }), output: autoReplies },

  /** The thing model of a product, null if none is kept. */
  'thingModels.get': { input: product, output: thingModel },
  /** Keeps a model as the console exports it (TSL); `invalid-input` says what of it cannot be read. */
  'thingModels.save': {
    input: product.extend({ text: z.string().max(THING_MODEL_TEXT_MAX) }),
    output: thingModel,
  },
  'thingModels.remove': { input: product, output: thingModel },
} as const satisfies Record<string, { input: z.ZodType; output: z.ZodType }>;
