import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import { exportStore } from '../stores/exports.ts';
import { pictureStore } from '../stores/pictures.ts';
import classes from './captures.module.css';
import { ExportLine } from './export-line.tsx';
import { PictureLine } from './picture-line.tsx';

/** How the exports of a capture go and what became of a picture of it, a line each. */
export function ExportList({ captureId }: { captureId: string }) {
  const { exports, picture } = useExportsOf(captureId);
  if (exports.length === 0 && !picture) return null;
  return (
    <div className={classes.exports}>
      {exports.map((one) => (
        <ExportLine key={one.id} file={one} />
      ))}
      {picture && <PictureLine picture={picture} />}
    </div>
  );
}

/** Whether there is anything to say of what was made of a capture. */
export function useHasExports(captureId: string): boolean {
  const { exports, picture } = useExportsOf(captureId);
  return exports.length > 0 || picture !== undefined;
}

/** What this page made of a capture. */
function useExportsOf(captureId: string) {
  const exports = useStore(
    exportStore,
    useShallow((state) => state.exports.filter((one) => one.captureId === captureId)),
  );
  const picture = useStore(pictureStore, ({ pictures }) =>
    pictures.find((one) => one.captureId === captureId),
  );
  return { exports, picture };
}
