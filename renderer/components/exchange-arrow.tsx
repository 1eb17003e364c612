import { useTranslation } from 'react-i18next';
import type { Direction } from '../../shared/contract/packets.ts';

export const exchangeArrows = { sent: '→', received: '←' } as const;

/** Who began an exchange: an arrow as the timeline has for packets, which says so in words too. */
export function ExchangeArrow({ direction }: { direction: Direction }) {
  const { t } = useTranslation();
  const words = t(`exchanges.directions.${direction}`);
  return (
    <span role="img" aria-label={words} title={words}>
      {exchangeArrows[direction]}
    </span>
  );
}
