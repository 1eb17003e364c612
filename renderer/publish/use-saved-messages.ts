import { useState } from 'react';
import type { MessageDraft, SavedMessage } from '../../shared/contract/messages.ts';
import { ask } from '../bridge.ts';

/** The saved messages as the host has them, read anew whenever they are looked at. */
export function useSavedMessages() {
  const [messages, setMessages] = useState<readonly SavedMessage[]>([]);
  const [failure, setFailure] = useState<unknown>(null);

  /** True if the host did it. */
  async function attempt(action: Promise<{ messages: SavedMessage[] }>): Promise<boolean> {
    try {
      setMessages((await action).messages);
      setFailure(null);
      return true;
    } catch (error) {
      setFailure(error);
      return false;
    }
  }

  return {
    messages,
    failure,
    load: () => attempt(ask('messages.list', {})),
    save: (draft: MessageDraft) => attempt(ask('messages.save', draft)),
    remove: (messageId: string) => void attempt(ask('messages.remove', { messageId })),
  };
}
