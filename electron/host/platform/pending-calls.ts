interface Pending {
  readonly resolve: (payload: Buffer | null) => void;
  readonly timer: NodeJS.Timeout;
}

/** Calls of the cloud that wait for a device's answer, each under a key of its own. */
export class PendingCalls {
  private readonly pending = new Map<string, Pending>();

  /** The answer, or null when none has come in time. */
  wait(key: string, milliseconds: number): Promise<Buffer | null> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.settle(key, null), milliseconds);
      this.pending.set(key, { resolve, timer });
    });
  }

  /** Hands an answer to whom it is for; false when nobody waits for it. */
  settle(key: string, payload: Buffer | null): boolean {
    const one = this.pending.get(key);
    if (one === undefined) return false;
    this.pending.delete(key);
    clearTimeout(one.timer);
    one.resolve(payload);
    return true;
  }

  /** Ends every wait. */
  close(): void {
    for (const key of [...this.pending.keys()]) this.settle(key, null);
  }
}
