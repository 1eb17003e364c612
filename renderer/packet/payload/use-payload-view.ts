import { useEffect, useMemo, useState } from 'react';
import type { ByteSource } from '../bytes/byte-source.ts';
import { nextTab, type PayloadTab, type ShownTab } from './choose-tab.ts';
import type { TextEncoding } from './text-encoding.ts';
import type { UnwrapChoice } from './unwrap.ts';
import type { Payload } from './use-payload.ts';

/** How payloads are looked at: kept from packet to packet, also over those without a payload. */
export interface PayloadViewState {
  readonly encoding: TextEncoding;
  setEncoding(encoding: TextEncoding): void;
  readonly choice: UnwrapChoice;
  setChoice(choice: UnwrapChoice): void;
  /** The packet that messages are held against, as its position in the capture; null for the previous one. */
  readonly comparedWith: number | null;
  setComparedWith(row: number | null): void;
  readonly shown: ShownTab | null;
  setShown(shown: ShownTab): void;
}

/** The choices before the user made any. */
export function usePayloadView(): PayloadViewState {
  const [encoding, setEncoding] = useState<TextEncoding>('utf-8');
  const [choice, setChoice] = useState<UnwrapChoice>({ inflate: true, decodeBase64: false });
  const [comparedWith, setComparedWith] = useState<number | null>(null);
  const [shown, setShown] = useState<ShownTab | null>(null);
  return {
    ...{ encoding, setEncoding, choice, setChoice },
    ...{ comparedWith, setComparedWith, shown, setShown },
  };
}

/**
 * The tab in front: chosen by content, or by the user until it has nothing to show any more.
 *
 * @param source the message: until another one is looked at, what the user chose is shown and says
 *   why there is nothing
 * @param canCompare false once it is known that there is nothing to hold it against
 */
export function useTab(
  { shown, setShown }: PayloadViewState,
  source: ByteSource,
  payload: Payload | null,
  topic: string,
  canCompare: boolean,
): [PayloadTab, (tab: PayloadTab) => void] {
  const [insisted, setInsisted] = useState<{ of: ByteSource; tab: PayloadTab } | null>(null);
  const looks = payload?.read.looks;
  const tab = useMemo(
    () => (looks ? nextTab(shown, looks, topic, canCompare) : (shown?.tab ?? 'hex')),
    [shown, looks, topic, canCompare],
  );

  const insists = insisted !== null && insisted.of === source;

  useEffect(() => {
    if (!looks || insists || (shown?.tab === tab && shown.topic === topic)) return;
    setShown({ tab, chosen: shown?.chosen === true && shown.tab === tab, topic });
  }, [looks, insists, tab, topic, shown, setShown]);

  return [
    insists ? insisted.tab : tab,
    (next) => {
      setInsisted({ of: source, tab: next });
      setShown({ tab: next, chosen: true, topic });
    },
  ];
}
