import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import { exportStore } from '../stores/exports.ts';
import classes from './captures.module.css';
import { ExportLine } from './export-line.tsx';

/** How the exports of a capture go, a line each. */
export function ExportList({ captureId }: { captureId: string }) {
  const exports = useExportsOf(captureId);
  if (exports.length === 0) return null;
  return (
    <div className={classes.exports}>
      {exports.map((one) => (
        <ExportLine key={one.id} file={one} />
      ))}
    </div>
  );
}

/** The exports of a capture that this page asked for. */
export function useExportsOf(captureId: string) {
  return useStore(
    exportStore,
    useShallow(({ exports }) => exports.filter((one) => one.captureId === captureId)),
  );
}
