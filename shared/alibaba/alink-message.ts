/** What is read of an Alink message; devices and documents are sloppy about the types. */
export interface AlinkMessage {
  readonly id?: unknown;
  readonly method?: unknown;
  readonly code?: unknown;
  readonly message?: unknown;
  readonly data?: unknown;
  /** Of a shadow's reply. */
  readonly payload?: unknown;
  readonly sys?: { readonly ack?: unknown } | null;
}

/** A payload as an Alink message; null for anything else (raw data, broken JSON). */
export function alinkMessage(payload: string): AlinkMessage | null {
  try {
    const value: unknown = JSON.parse(payload);
    return typeof value === 'object' && value !== null ? value : null;
  } catch {
    return null;
  }
}

/** False for a request with `sys.ack` 0: it asks not to be answered; 1 or nothing asks for a reply. */
export function wantsReply(message: AlinkMessage | null): boolean {
  return Number(message?.sys?.ack ?? 1) !== 0;
}
