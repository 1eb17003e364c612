import { z } from 'zod';
import type { EventName } from './events.ts';
import type { Result } from './result.ts';

/** What a page sends over web mode's WebSocket, one JSON text per command. */
export const webRequestSchema = z.object({
  id: z.number().int(),
  command: z.string().max(64),
  input: z.unknown(),
});
export type WebRequest = z.infer<typeof webRequestSchema>;

/** What the host sends back: an answer with the request's id, or an event. */
export type WebMessage =
  | { readonly id: number; readonly result: Result<unknown> }
  | { readonly event: EventName; readonly payload: unknown };
