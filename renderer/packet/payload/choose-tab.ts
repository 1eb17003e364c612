/** The ways to look at a payload. */
export type PayloadTab = 'json' | 'text' | 'hex' | 'cbor' | 'base64' | 'image' | 'changes';

/** What a payload can be shown as. */
export interface PayloadLooks {
  readonly image: boolean;
  /** `structure` for an object or an array, `scalar` for a lone number, text or word. */
  readonly json: 'structure' | 'scalar' | null;
  /** Characters of the encoding in force, none of them a control character. */
  readonly printable: boolean;
  readonly cbor: boolean;
}

/** The tab that shows most of a payload. */
export function bestTab({ image, json, printable, cbor }: PayloadLooks): PayloadTab {
  if (image) return 'image';
  if (json !== null) return 'json';
  if (printable) return 'text';
  return cbor ? 'cbor' : 'hex';
}

/** Whether a tab has anything to show of a payload. */
function suits(tab: PayloadTab, looks: PayloadLooks, canCompare: boolean): boolean {
  switch (tab) {
    case 'json':
      return looks.json !== null;
    case 'text':
      return looks.printable;
    case 'cbor':
      return looks.cbor;
    case 'image':
      return looks.image;
    case 'changes':
      return canCompare;
    case 'hex':
    case 'base64':
      return true;
  }
}

/** What was shown before, and why. */
export interface ShownTab {
  readonly tab: PayloadTab;
  /** The user chose it, rather than the content. */
  readonly chosen: boolean;
  readonly topic: string;
}

/**
 * The tab for the next payload. A tab that the user chose stays as long as it has something to show.
 * One that the content chose stays on the same topic while it still suits, so that the pane does not
 * jump between messages of a kind; text gives way to an object or an array all the same.
 */
export function nextTab(
  shown: ShownTab | null,
  looks: PayloadLooks,
  topic: string,
  canCompare: boolean,
): PayloadTab {
  const best = bestTab(looks);
  if (shown === null || !suits(shown.tab, looks, canCompare)) return best;
  if (shown.chosen) return shown.tab;
  const better = best === 'image' || (shown.tab !== 'json' && looks.json === 'structure');
  return shown.topic === topic && shown.tab !== 'hex' && !better ? shown.tab : best;
}
