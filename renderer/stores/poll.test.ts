import { beforeEach, expect, it, vi } from 'vitest';
import type { DoorState } from '../bridge.ts';

const fake = vi.hoisted(() => ({ say: (_state: 'open' | 'lost') => {} }));

vi.mock('../bridge.ts', () => ({
  AskError: class extends Error {
    readonly code: string;
    constructor(code: string) {
      super(code);
      this.code = code;
    }
  },
  onDoorState: (listener: (state: DoorState) => void) => {
    fake.say = listener;
    listener('open');
    return () => {
      fake.say = () => {};
    };
  },
}));

const { AskError } = await import('../bridge.ts');
const { poll } = await import('./poll.ts');

beforeEach(() => void vi.useFakeTimers());

it('asks at once while there is more, rests when there is not, and ends when it is done', async () => {
  const step = vi.fn(async () => 'done' as const);
  step.mockResolvedValueOnce('more' as never).mockResolvedValueOnce('rest' as never);
  poll(step, 500, () => {});
  await vi.advanceTimersByTimeAsync(499);
  expect(step).toHaveBeenCalledTimes(2);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(step).toHaveBeenCalledTimes(3);
});

it('asks no more once it was ended, not even when the door opens again', async () => {
  const step = vi.fn(async () => 'rest' as const);
  const end = poll(step, 500, () => {});
  await vi.advanceTimersByTimeAsync(500);
  end();
  fake.say('open');
  await vi.advanceTimersByTimeAsync(5_000);
  expect(step).toHaveBeenCalledTimes(2);
});

it('waits for a door that was lost, and says any other failure', async () => {
  const failed = vi.fn();
  const step = vi.fn(async () => 'rest' as const);
  step.mockRejectedValueOnce(new AskError('door-closed', ''));
  poll(step, 500, failed);
  await vi.advanceTimersByTimeAsync(5_000);
  expect(step).toHaveBeenCalledTimes(1);
  expect(failed).not.toHaveBeenCalled();
  step.mockRejectedValueOnce(new AskError('not-found', ''));
  fake.say('open');
  await vi.advanceTimersByTimeAsync(5_000);
  expect(step).toHaveBeenCalledTimes(2);
  expect(failed).toHaveBeenCalledWith(expect.objectContaining({ code: 'not-found' }));
});
