/** Where the parts of a ladder stand from left to right, in CSS pixels. */
export interface Lanes {
  readonly width: number;
  /** Right edge of packet numbers; null where there is no room for them. */
  readonly numbers: number | null;
  /** Left edge of times. */
  readonly times: number;
  /** The lifeline of the device, and of the cloud. */
  readonly device: number;
  readonly cloud: number;
  /** Left edge of what is written beside the cloud, bars or marks before it. */
  readonly beside: number;
}

/** Before the first column. */
const MARGIN = 8;
/** Width of a figure of a number or time, which are 11 pixels high. */
const FIGURE = 6.6;
const TIME_WIDTH = 12 * FIGURE;
/** Room for bars between the times and the device. */
const DEVICE_ROOM = 32;
/** Room for bars and latencies beside the cloud; the number of what is answered takes more. */
const CLOUD_ROOM = 84;
/** Of these, for the bars. */
const CLOUD_BARS = 28;
/** `↑ #` and a space. */
const ANSWERED = 4 * FIGURE;
/** Below this width numbers give way to the arrows. */
const NUMBERS_FROM = 480;

/** The narrowest ladder in which an arrow has room for what it says. */
export const WIDTH_MIN = 400;

/** Lanes within a width, with room for numbers of so many digits. */
export function lanesOf(available: number, digits: number): Lanes {
  const width = Math.max(WIDTH_MIN, available);
  const number = Math.max(3, digits) * FIGURE;
  const numbers = width < NUMBERS_FROM ? null : MARGIN + number;
  const times = numbers === null ? MARGIN : numbers + 10;
  const cloud = Math.round(width - CLOUD_ROOM - (numbers === null ? 0 : number + ANSWERED));
  return {
    width,
    numbers,
    times,
    device: Math.round(times + TIME_WIDTH + DEVICE_ROOM),
    cloud,
    beside: cloud + CLOUD_BARS,
  };
}

/** Of the overview's width, for why the connection was lost; not more than that takes. */
const LOSSES_SHARE = 0.42;
const LOSSES_MAX = 240;

/** Lanes of the overview: without numbers, and with room for words beside the cloud. */
export function overviewLanesOf(available: number): Lanes {
  const width = Math.max(WIDTH_MIN, available);
  const cloud = Math.round(width - Math.min(LOSSES_MAX, width * LOSSES_SHARE));
  return {
    width,
    numbers: null,
    times: MARGIN,
    device: Math.round(MARGIN + TIME_WIDTH + 2 * MARGIN),
    cloud,
    beside: cloud + CLOUD_BARS,
  };
}
