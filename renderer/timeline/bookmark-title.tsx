import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Bookmark } from '../../shared/contract/bookmarks.ts';
import type { PacketRow } from '../../shared/contract/packets.ts';
import { packetTypeOf } from '../../shared/mqtt/packet-types.ts';
import type { View } from '../stores/view/view.ts';
import classes from './bookmarks.module.css';

/** A bookmark as its list names it: by its note, or by what the packet is. */
export function BookmarkTitle({ view, bookmark }: { view: View; bookmark: Bookmark }) {
  const { row, note } = bookmark;
  return (
    <span className={classes.item}>
      <span className="figures">#{row + 1}</span>
      {note === '' ? (
        <PacketTitle view={view} row={row} />
      ) : (
        <span className="ellipsis" title={note}>
          {note}
        </span>
      )}
    </span>
  );
}

function PacketTitle({ view, row }: { view: View; row: number }) {
  const { t } = useTranslation();
  const [packet, setPacket] = useState<PacketRow | null>(null);
  useEffect(() => {
    let current = true;
    void view.packetRow(row).then((found) => current && setPacket(found));
    return () => {
      current = false;
    };
  }, [view, row]);
  if (packet === null) return null;
  const topic = packet.topic ?? '';
  return (
    <>
      <span>{packet.broken ? t('packet.notMqtt') : packetTypeOf(packet.header)}</span>
      <span className={classes.topic} title={topic}>
        <bdi dir="ltr">{topic}</bdi>
      </span>
    </>
  );
}
