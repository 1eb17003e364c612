import { severityColor } from '../components/severity-icon.tsx';

const HEAD = 7;
const HALF_HEAD = 3.5;
const HALF_SHAFT = 0.625;
const CROSS = 3.5;

interface ArrowProps {
  readonly from: number;
  readonly to: number;
  readonly y: number;
  /** How much lower it ends. */
  readonly sink: number;
  readonly color: string;
}

/**
 * A message on its way from one lane to the other. Shaft and head are one shape: a line by itself that
 * sinks by a pixel or two is drawn thinner in some of the pieces that a browser cuts a page into.
 */
export function Arrow({ from, to, y, sink, color }: ArrowProps) {
  const length = Math.hypot(to - from, sink);
  const [alongX, alongY] = [(to - from) / length, sink / length];
  /** A place so far along the arrow, and so far beside it. */
  const at = (along: number, beside: number) =>
    `${from + along * alongX - beside * alongY} ${y + along * alongY + beside * alongX}`;
  const neck = length - HEAD;
  const outline = [
    at(0, HALF_SHAFT),
    at(neck, HALF_SHAFT),
    at(neck, HALF_HEAD),
    at(length, 0),
    at(neck, -HALF_HEAD),
    at(neck, -HALF_SHAFT),
    at(0, -HALF_SHAFT),
  ];
  return <path d={`M${outline.join('L')}Z`} fill={color} data-part="arrow" />;
}

interface StubProps {
  readonly from: number;
  readonly end: number;
  readonly y: number;
}

/** An answer that never came: it breaks off on its way. */
export function BrokenAnswer({ from, end, y }: StubProps) {
  const cross = `M${end - CROSS} ${y - CROSS}l${2 * CROSS} ${2 * CROSS}m0 ${-2 * CROSS}l${-2 * CROSS} ${2 * CROSS}`;
  return (
    <g stroke={severityColor('warning')} fill="none" data-part="broken-answer">
      <line x1={from} y1={y} x2={end} y2={y} strokeWidth={1.25} strokeDasharray="4 3" />
      <path d={cross} strokeWidth={1.75} />
    </g>
  );
}
