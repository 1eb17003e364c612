import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import {
  SCENARIOS_MAX,
  type Scenario,
  type ScenarioDraft,
  scenarioSchema,
} from '../../../shared/contract/platform.ts';
import { HostError } from '../../../shared/contract/result.ts';
import { KeptFile, type UnreadableFile } from '../storage/kept-file.ts';

const fileSchema = z.object({ version: z.literal(1), scenarios: z.array(scenarioSchema) });

/** Misbehaviour that users keep under a name. */
export class ScenarioStore {
  private readonly file: KeptFile<typeof fileSchema>;

  constructor(path: string) {
    this.file = new KeptFile(path, fileSchema, { version: 1, scenarios: [] });
  }

  load(): Promise<UnreadableFile | null> {
    return this.file.load();
  }

  settled(): Promise<void> {
    return this.file.settled();
  }

  /** In order of their names. */
  list(): Scenario[] {
    return [...this.file.value.scenarios].sort((one, other) => one.name.localeCompare(other.name));
  }

  get(id: string): Scenario {
    const scenario = this.file.value.scenarios.find((one) => one.id === id);
    if (scenario === undefined) throw new HostError('not-found', `no scenario ${id}`);
    return scenario;
  }

  /** Takes the place of the scenario with that name. */
  async save(draft: ScenarioDraft): Promise<void> {
    const others = this.file.value.scenarios.filter(({ name }) => name !== draft.name);
    if (others.length >= SCENARIOS_MAX)
      throw new HostError('invalid-input', `there are ${SCENARIOS_MAX} scenarios already`);
    await this.replace([...others, { ...draft, id: randomUUID() }]);
  }

  async remove(id: string): Promise<void> {
    const { name } = this.get(id);
    await this.replace(this.file.value.scenarios.filter((one) => one.name !== name));
  }

  private replace(scenarios: Scenario[]): Promise<void> {
    return this.file.replace({ version: 1, scenarios });
  }
}
