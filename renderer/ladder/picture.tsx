import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { theme } from '../theme/theme.ts';
import tokens from '../theme/tokens.css?raw';
import { type Ends, HEAD_HEIGHT, LadderHeadDrawing } from './ladder-head.tsx';
import type { Lanes } from './lanes.ts';
import { type Legend, LegendDrawing } from './legend.tsx';
import { declarationsIn, withValues } from './light-values.ts';
import { MinorText } from './texts.tsx';

const SVG = 'http://www.w3.org/2000/svg';
const MARGIN = 12;
const TITLE_HEIGHT = 28;

/** Within an attribute. */
const quoted = (font = '') => font.replaceAll('"', "'");

const values = declarationsIn(tokens)
  .set('--mantine-font-family', quoted(theme.fontFamily))
  .set('--mantine-font-family-monospace', quoted(theme.fontFamilyMonospace));

/** What only the screen needs of an element. */
const screenAttributes = [
  'id',
  'class',
  'role',
  'tabindex',
  'aria-rowindex',
  'aria-selected',
  'aria-busy',
  'aria-hidden',
  'data-row',
  'data-to',
  'data-minor',
];

export interface PictureContent {
  readonly lanes: Lanes;
  readonly beside: 'answers' | 'problems';
  readonly legend: Legend;
  /** Height of the drawing below the head, in CSS pixels. */
  readonly height: number;
  readonly ends: Ends;
  /** What is said above: when it was, and what of it is shown. */
  readonly notes: readonly string[];
  readonly drawing: ReactNode;
}

export interface Picture {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

/** Draws a picture that needs nothing but itself: light, on white. */
export function drawPicture(content: PictureContent, css: string, t: TFunction): Picture {
  const { lanes, ends, beside, legend, notes, drawing } = content;
  const foot = TITLE_HEIGHT + HEAD_HEIGHT + content.height;
  const width = lanes.width + 2 * MARGIN;
  const height = foot + legend.height + 2 * MARGIN;
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', `0 0 ${width} ${height}`);
  svg.setAttribute('width', String(width));
  svg.setAttribute('height', String(height));
  const root = createRoot(svg);
  flushSync(() =>
    root.render(
      <>
        <style>{css}</style>
        <title>{[ends.device, ends.cloud, ...notes].filter(Boolean).join(' · ')}</title>
        <rect width={width} height={height} fill="var(--surface)" />
        <g transform={`translate(${MARGIN} ${MARGIN})`}>
          <MinorText x={lanes.times} y={14}>
            {[ends.device, ...notes].filter(Boolean).join(' · ')}
          </MinorText>
          <g transform={`translate(0 ${TITLE_HEIGHT})`}>
            <rect width={lanes.width} height={HEAD_HEIGHT} fill="var(--surface-raised)" />
            <LadderHeadDrawing ends={ends} lanes={lanes} beside={beside} t={t} />
          </g>
          <g transform={`translate(0 ${TITLE_HEIGHT + HEAD_HEIGHT})`}>{drawing}</g>
          <g transform={`translate(0 ${foot})`}>
            <LegendDrawing {...legend} />
          </g>
        </g>
      </>,
    ),
  );
  makeOwn(svg);
  const text = new XMLSerializer().serializeToString(svg);
  root.unmount();
  return { svg: text, width, height };
}

function makeOwn(svg: SVGSVGElement): void {
  for (const element of svg.querySelectorAll('*')) {
    for (const name of screenAttributes) element.removeAttribute(name);
    for (const { name, value } of [...element.attributes]) {
      if (value.includes('var(')) element.setAttribute(name, withValues(value, values));
    }
  }
}

/** The tallest and widest image that browsers draw, in device pixels. */
const CANVAS_MAX = 16_384;
/** Device pixels of a CSS pixel where there is room: sharp on today's screens. */
const SCALE = 2;

/** The picture as PNG. Rejects where the browser cannot draw it. */
export async function toPng({ svg, width, height }: Picture): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const scale = Math.min(SCALE, CANVAS_MAX / Math.max(width, height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.floor(width * scale);
  canvas.height = Math.floor(height * scale);
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) =>
      blob ? resolve(blob) : reject(new Error('the browser drew no image')),
    ),
  );
}
