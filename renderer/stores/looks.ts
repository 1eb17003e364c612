import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';

/** The ways to look at the packets of a capture, in the order of their tabs. */
export const looks = ['timeline', 'ladder', 'charts', 'topics', 'statistics'] as const;
export type Look = (typeof looks)[number];

/** What can be done in a session, in the order of the tabs. */
export const tools = ['publish', 'subscriptions', 'replies', 'problems', 'platform'] as const;
export type Tool = (typeof tools)[number];

interface Chosen {
  /** By capture id; absent for the timeline. */
  readonly looks: Readonly<Record<string, Look>>;
  /** By capture id; absent for the first that there is. */
  readonly tools: Readonly<Record<string, Tool>>;
}

/** Which of its tabs are in front in each capture. */
export const lookStore = createStore<Chosen>(() => ({ looks: {}, tools: {} }));

/** Brings a way to look at a capture to the front. */
export function showLook(captureId: string, look: Look): void {
  lookStore.setState((chosen) => ({ looks: { ...chosen.looks, [captureId]: look } }));
}

/** How a capture is looked at. */
export function useLook(captureId: string): Look {
  return useStore(lookStore, (chosen) => chosen.looks[captureId] ?? 'timeline');
}

/** Brings what can be done in a session to the front. */
export function showTool(captureId: string, tool: Tool): void {
  lookStore.setState((chosen) => ({ tools: { ...chosen.tools, [captureId]: tool } }));
}

/** The tool in front, of those that there are. */
export function useTool(captureId: string, offered: readonly Tool[]): Tool | null {
  const chosen = useStore(lookStore, (state) => state.tools[captureId]);
  return chosen !== undefined && offered.includes(chosen) ? chosen : (offered[0] ?? null);
}
