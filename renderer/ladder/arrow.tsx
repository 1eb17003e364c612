import { severityColor } from '../components/severity-icon.tsx';

const HEAD = 7;
const HALF_HEAD = 3.5;
/** How far a stub comes, as a share of the way between the lanes. */
const STUB = 0.22;
const CROSS = 3.5;

interface ArrowProps {
  readonly from: number;
  readonly to: number;
  readonly y: number;
  /** How much lower it ends. */
  readonly sink: number;
  readonly color: string;
}

/** A message on its way from one lane to the other. */
export function Arrow({ from, to, y, sink, color }: ArrowProps) {
  const length = Math.hypot(to - from, sink);
  const [alongX, alongY] = [(to - from) / length, sink / length];
  const [neckX, neckY] = [to - HEAD * alongX, y + sink - HEAD * alongY];
  const [sideX, sideY] = [-HALF_HEAD * alongY, HALF_HEAD * alongX];
  const head = `M${to} ${y + sink}L${neckX + sideX} ${neckY + sideY}L${neckX - sideX} ${neckY - sideY}Z`;
  return (
    <>
      <line x1={from} y1={y} x2={neckX} y2={neckY} stroke={color} strokeWidth={1.25} />
      <path d={head} fill={color} />
    </>
  );
}

interface StubProps {
  readonly from: number;
  readonly to: number;
  readonly y: number;
}

/** An answer that never came: it breaks off on its way. */
export function BrokenAnswer({ from, to, y }: StubProps) {
  const x = from + (to - from) * STUB;
  const cross = `M${x - CROSS} ${y - CROSS}l${2 * CROSS} ${2 * CROSS}m0 ${-2 * CROSS}l${-2 * CROSS} ${2 * CROSS}`;
  return (
    <g stroke={severityColor('warning')} fill="none" data-part="broken-answer">
      <line x1={from} y1={y} x2={x} y2={y} strokeWidth={1.25} strokeDasharray="4 3" />
      <path d={cross} strokeWidth={1.75} />
    </g>
  );
}
