import { createHost } from '../../electron/host/host.ts';
import { openKeyFileVault } from '../../electron/host/key-file-vault.ts';
import type { CommandInput, CommandName, CommandOutput } from '../../shared/contract/commands.ts';
import type { EventName, EventPayload } from '../../shared/contract/events.ts';

type Grew = EventPayload<'view.grew'>;

/** A host in this process, asked as a page asks it. */
export interface BenchHost {
  ask<K extends CommandName>(name: K, input: CommandInput<K>): Promise<CommandOutput<K>>;
  /** Calls back for every `view.grew`. */
  onGrew: ((grew: Grew) => void) | null;
  close(): Promise<void>;
}

/** Starts a host whose events are made into texts, as the door of web mode does. */
export async function openBenchHost(dataDir: string): Promise<BenchHost> {
  const vault = openKeyFileVault(dataDir);
  const host = await createHost({ dataDir, vault, mode: 'web', version: 'bench' });
  const bench: BenchHost = {
    onGrew: null,
    async ask(name, input) {
      const result = await host.invoke(name, input);
      if (!result.ok) throw new Error(`${name}: ${result.error.message}`);
      return result.value as CommandOutput<typeof name>;
    },
    close: () => host.close(),
  };
  host.subscribe((event: EventName, payload) => {
    JSON.stringify({ event, payload });
    if (event === 'view.grew') bench.onGrew?.(payload as Grew);
  });
  return bench;
}
