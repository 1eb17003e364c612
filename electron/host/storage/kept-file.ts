import type { z } from 'zod';
import { HostError } from '../../../shared/contract/result.ts';
import { readJsonFile, writeJsonFile } from './json-file.ts';

/** Where a file that could not be read was kept, and why it could not. */
export interface UnreadableFile {
  readonly keptAs: string;
  readonly reason: string;
}

/** A value in memory and in a JSON file, written one version after the other. */
export class KeptFile<S extends z.ZodType> {
  private readonly path: string;
  private readonly schema: S;
  private current: z.infer<S>;
  private writing: Promise<void> = Promise.resolve();

  /** @param initial in force while there is no file */
  constructor(path: string, schema: S, initial: z.infer<S>) {
    this.path = path;
    this.schema = schema;
    this.current = initial;
  }

  get value(): z.infer<S> {
    return this.current;
  }

  async load(): Promise<UnreadableFile | null> {
    const content = await readJsonFile(this.path, this.schema);
    if (content.kind === 'read') this.current = content.value;
    return content.kind === 'unreadable' ? content : null;
  }

  /** Resolves when it is on disk; `storage-failed`, and the value before, when it cannot be written. */
  async replace(value: z.infer<S>): Promise<void> {
    const before = this.current;
    this.current = value;
    const write = this.writing.then(() => writeJsonFile(this.path, value));
    this.writing = write.catch(() => undefined);
    await write.catch((error: unknown) => {
      if (this.current === value) this.current = before;
      throw new HostError('storage-failed', `cannot write ${this.path}: ${String(error)}`);
    });
  }

  /** Resolves when everything given so far is on disk. */
  settled(): Promise<void> {
    return this.writing;
  }
}
