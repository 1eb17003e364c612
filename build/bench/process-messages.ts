/** What a process of the bench can be asked, by name; each takes one input and answers. */
export type Handlers = Record<string, (input: never) => unknown>;

export interface Request {
  readonly id: number;
  readonly name: string;
  readonly input: unknown;
}

export type Response =
  | { readonly id: number; readonly value: unknown }
  | { readonly id: number; readonly error: string };
