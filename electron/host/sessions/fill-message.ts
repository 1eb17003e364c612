import {
  expandTemplate,
  type RequestReader,
  templateProblem,
} from '../../../shared/alibaba/messages/template.ts';
import type { TopicOwner } from '../../../shared/alibaba/topics.ts';
import { HostError } from '../../../shared/contract/result.ts';
import type { Message } from '../../../shared/contract/sessions.ts';

const DAY_MS = 86_400_000;
/** Ids are 0 to 4294967295 as a text. */
const IDS = 2 ** 32;

/** Fills in the templates of one session. */
export class MessageFiller {
  private readonly triple: TopicOwner | null;
  /**
   * The platform wants ids unique per device and day: a session begins at the milliseconds of the
   * day, so the device's next one does not meet its ids.
   */
  private nextId = Date.now() % DAY_MS;

  /** @param triple null for a device without one */
  constructor(triple: TopicOwner | null) {
    this.triple = triple;
  }

  /**
   * @param isAnswer it may use what it answers
   * @throws HostError `invalid-input` when the payload is a template with a problem
   */
  check({ payload, template }: Pick<Message, 'payload' | 'template'>, isAnswer = false): void {
    if (template !== true || payload.encoding !== 'utf8') return;
    const scope = { triple: this.triple !== null, request: isAnswer };
    const problem = templateProblem(payload.data, scope);
    if (problem === null) return;
    const { reason, start } = problem;
    throw new HostError('invalid-input', `payload template: ${reason} at character ${start + 1}`);
  }

  /**
   * The message to send, the `counter`th of its row.
   *
   * @param request reads the request that it answers; null for no answer
   * @throws HostError as `check` does
   */
  fill(message: Message, counter: number, request: RequestReader | null = null): Message {
    this.check(message, request !== null);
    const { payload, template } = message;
    if (template !== true || payload.encoding !== 'utf8') return message;
    const data = expandTemplate(payload.data, {
      id: this.takeId(),
      counter,
      now: Date.now(),
      triple: this.triple,
      request,
      random: Math.random,
    });
    return data === null ? message : { ...message, payload: { encoding: 'utf8', data } };
  }

  private takeId(): number {
    const id = this.nextId;
    this.nextId = (id + 1) % IDS;
    return id;
  }
}
