import { ask } from '../bridge.ts';

/** How many topics a field offers. */
const TOPICS = 50;

/** Topics that messages of a capture were published to, in either direction, in order of appearance. */
export async function topicsSeen(captureId: string): Promise<string[]> {
  const { viewId } = await ask('view.open', { captureId });
  try {
    const { topics } = await ask('view.topics', { viewId, contains: '', count: TOPICS });
    return topics;
  } finally {
    await ask('view.close', { viewId });
  }
}
