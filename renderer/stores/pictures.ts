import { createStore } from 'zustand/vanilla';
import { download } from './download.ts';

/** A picture that the page drew of a capture, or failed to. */
export interface SavedPicture {
  readonly captureId: string;
  /** What its file is called. */
  readonly name: string;
  readonly drawn:
    | {
        /** Where it is fetched from until it is taken away. */
        readonly url: string;
        /** Bytes. */
        readonly size: number;
      }
    | { readonly failure: string };
}

/** The last picture of each capture that was not taken away. */
export const pictureStore = createStore<{ readonly pictures: readonly SavedPicture[] }>(() => ({
  pictures: [],
}));

/**
 * Draws a picture and saves it as a download; it takes the place of the last one of its capture. Never
 * rejects: the store tells how it went.
 */
export async function savePicture(
  captureId: string,
  name: string,
  draw: () => Promise<Blob>,
): Promise<void> {
  try {
    const blob = await draw();
    const url = URL.createObjectURL(blob);
    put({ captureId, name, drawn: { url, size: blob.size } });
    download(url, name);
  } catch (error) {
    const failure = error instanceof Error ? error.message : String(error);
    put({ captureId, name, drawn: { failure } });
  }
}

function put(picture: SavedPicture): void {
  discardPicture(picture.captureId);
  pictureStore.setState(({ pictures }) => ({ pictures: [...pictures, picture] }));
}

/** Takes the picture of a capture away, and frees its memory. */
export function discardPicture(captureId: string): void {
  const { pictures } = pictureStore.getState();
  for (const { captureId: of, drawn } of pictures) {
    if (of === captureId && 'url' in drawn) URL.revokeObjectURL(drawn.url);
  }
  pictureStore.setState({ pictures: pictures.filter((one) => one.captureId !== captureId) });
}
