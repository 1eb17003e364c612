import type { messageCommands } from '../../shared/contract/message-commands.ts';
import type { Handlers } from './handlers.ts';
import type { Rooms } from './rooms.ts';
import { MessageFiller } from './sessions/fill-message.ts';

/** Handlers of the commands about what devices say. */
export function createMessageHandlers({
  devices,
  messages,
  autoReplies,
  thingModels,
  sessions,
}: Rooms): Pick<Handlers, keyof typeof messageCommands> {
  return {
    'messages.list': async () => ({ messages: messages.list() }),
    'messages.save': async (draft) => {
      await messages.save(draft);
      return { messages: messages.list() };
    },
    'messages.remove': async ({ messageId }) => {
      await messages.remove(messageId);
      return { messages: messages.list() };
    },

    'autoReplies.save': async ({ deviceId, reply }) => {
      const { target } = devices.get(deviceId);
      if (reply.payload !== undefined)
        new MessageFiller(target.kind === 'broker' ? null : target).check(
          { payload: { encoding: 'utf8', data: reply.payload }, template: true },
          true,
        );
      await autoReplies.save(deviceId, reply);
      sessions.autoRepliesChanged(deviceId);
      return { replies: autoReplies.of(deviceId) };
    },
    'autoReplies.remove': async ({ deviceId, replyId }) => {
      await autoReplies.remove(deviceId, replyId);
      sessions.autoRepliesChanged(deviceId);
      return { replies: autoReplies.of(deviceId) };
    },

    'thingModels.get': async ({ productKey }) => ({ model: thingModels.get(productKey) }),
    'thingModels.save': async ({ productKey, text }) => ({
      model: await thingModels.save(productKey, text),
    }),
    'thingModels.remove': async ({ productKey }) => {
      await thingModels.remove(productKey);
      return { model: null };
    },
  };
}
