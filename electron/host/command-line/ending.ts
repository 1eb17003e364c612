/** Ends the process with one line for the user. */
export function fail(error: unknown): never {
  console.error(`tricorder: ${error instanceof Error ? error.message : String(error)}`);
  process.exit(1);
}

/** Runs `close` once on the first request to end; a second one ends the process at once. */
export function endOnSignal(close: () => Promise<void>): void {
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  const end = async () => {
    for (const signal of signals) process.off(signal, end);
    try {
      await close();
      process.exit(0);
    } catch (error) {
      fail(error);
    }
  };
  for (const signal of signals) process.on(signal, end);
}
