import { randomBytes } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Capture as CaptureInfo } from '../../../shared/contract/packets.ts';
import { readJsonFile } from '../storage/json-file.ts';
import { Capture, captureInfo, PACKETS_FILE, SESSION_FILE } from './capture.ts';
import { type CaptureFile, captureFileSchema } from './session-file.ts';

/** A new capture's id: sorts by time, and is a folder name on any system. */
export function newCaptureId({ startedAt }: CaptureFile): string {
  const stamp = new Date(startedAt).toISOString().replaceAll(/[:.]/g, '-');
  return `${stamp}-${randomBytes(3).toString('hex')}`;
}

/**
 * The description in a capture's folder; one whose description is lost still has its packets.
 * Rejects where there are none.
 */
export async function readDescription(folder: string, name: string): Promise<CaptureFile> {
  const content = await readJsonFile(join(folder, SESSION_FILE), captureFileSchema);
  if (content.kind === 'read') return content.value;
  const { birthtimeMs } = await stat(join(folder, PACKETS_FILE));
  return {
    version: 1,
    label: name,
    endpoint: '',
    deviceId: null,
    target: null,
    startedAt: Math.round(birthtimeMs),
  };
}

/**
 * What the list shows of a finished capture. One that was not finished (the process was killed) is
 * scanned to count its packets.
 */
export async function readInfo(
  id: string,
  folder: string,
  about: CaptureFile,
): Promise<CaptureInfo> {
  if (about.packets === undefined) {
    const capture = await Capture.open(id, folder, about);
    const info = capture.info();
    await capture.close();
    return info;
  }
  const { size } = await stat(join(folder, PACKETS_FILE));
  return captureInfo(id, about, {
    packets: about.packets,
    bytes: size,
    live: false,
    cut: 0,
    dropped: about.dropped ?? 0,
    failure: null,
  });
}
