import type { CommandInput, CommandName, CommandOutput } from '../../shared/contract/commands.ts';

/** One handler per command of the contract: a missing one does not compile. */
export type Handlers = {
  readonly [K in CommandName]: (input: CommandInput<K>) => Promise<CommandOutput<K>>;
};
