import {
  type CloudRequest,
  cloudRequest,
  replyFor,
  requestReader,
} from '../../../shared/alibaba/messages/cloud-request.ts';
import type { RequestReader } from '../../../shared/alibaba/messages/template.ts';
import type { TopicOwner } from '../../../shared/alibaba/topics.ts';
import {
  type AutoReply,
  type AutoReplyState,
  REPLIES_WAITING_MAX,
  type ReplyError,
} from '../../../shared/contract/auto-replies.ts';
import { failureOf } from '../../../shared/contract/result.ts';
import type { Message } from '../../../shared/contract/sessions.ts';

/** Custom RRPC requests that are remembered as answered: answers go out on the topic they came on. */
const ANSWERED_MAX = 1000;

export interface AutoRepliesOptions {
  readonly owner: TopicOwner;
  /** Publishes the `counter`th answer of a reply; rejects with a HostError. */
  publish(message: Message, counter: number, request: RequestReader): Promise<void>;
  /** What was counted has changed. */
  changed(): void;
}

/** Answers the cloud for a device, as far as replies for it are on. */
export class AutoReplies {
  private replies: AutoReplyState[] = [];
  private readonly options: AutoRepliesOptions;
  private readonly waiting = new Set<NodeJS.Timeout>();
  private readonly answered = new Set<string>();
  /** Answers begun. */
  private begun = 0;

  constructor(options: AutoRepliesOptions) {
    this.options = options;
  }

  list(): AutoReplyState[] {
    return this.replies;
  }

  /** What was counted of a reply stays with it. */
  set(replies: readonly AutoReply[]): void {
    this.replies = replies.map((reply) => {
      const { sent = 0, error = null } = this.find(reply.id) ?? {};
      return { ...reply, sent, error };
    });
  }

  /** Takes a message that the device received. */
  received(topic: string, text: () => string): void {
    if (!this.replies.some(({ enabled }) => enabled)) return;
    const payload = text();
    const request = cloudRequest(topic, payload, this.options.owner);
    if (request === null) return;
    const reply = replyFor(request, this.replies);
    if (reply === null || !this.isFirst(request)) return;
    if (this.waiting.size >= REPLIES_WAITING_MAX) {
      this.failed(reply.id, { code: 'too-many', detail: '' });
      return;
    }
    const timer = setTimeout(() => {
      this.waiting.delete(timer);
      void this.answer(reply, request, requestReader(topic, payload));
    }, reply.delayMs);
    this.waiting.add(timer);
  }

  /** Answers that wait are not sent any more. */
  stop(): void {
    for (const timer of this.waiting) clearTimeout(timer);
    this.waiting.clear();
  }

  /** False for an answer that came back: on such a topic it looks like its request. */
  private isFirst({ replyTopic, isRrpc }: CloudRequest): boolean {
    if (!isRrpc) return true;
    if (this.answered.has(replyTopic)) return false;
    this.answered.add(replyTopic);
    const [oldest] = this.answered;
    if (this.answered.size > ANSWERED_MAX && oldest !== undefined) this.answered.delete(oldest);
    return true;
  }

  private async answer(
    { id, payload }: AutoReply,
    { replyTopic, isRrpc }: CloudRequest,
    read: RequestReader,
  ): Promise<void> {
    this.begun += 1;
    const message: Message = {
      topic: replyTopic,
      // Nobody takes an answer that comes twice; custom RRPC has no other QoS.
      qos: isRrpc ? 0 : 1,
      retain: false,
      payload: { encoding: 'utf8', data: payload },
      template: true,
    };
    try {
      await this.options.publish(message, this.begun, read);
    } catch (error) {
      this.failed(id, failureOf(error));
      return;
    }
    this.change(id, ({ sent }) => ({ sent: sent + 1, error: null }));
  }

  private failed(id: string, error: ReplyError): void {
    this.change(id, () => ({ error }));
  }

  private find(id: string): AutoReplyState | undefined {
    return this.replies.find((reply) => reply.id === id);
  }

  private change(id: string, with_: (reply: AutoReplyState) => Partial<AutoReplyState>): void {
    this.replies = this.replies.map((reply) =>
      reply.id === id ? { ...reply, ...with_(reply) } : reply,
    );
    this.options.changed();
  }
}
