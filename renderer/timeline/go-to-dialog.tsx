import { Button, Group, Modal, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { formatCount } from '../components/format.ts';
import { packetNumberIn } from '../components/packet-number.ts';
import { clearedIn } from '../stores/view/filter-floor.ts';
import type { OpenedView } from '../stores/view/use-view.ts';
import { packetsOf, type View } from '../stores/view/view.ts';

interface Props extends OpenedView {
  /** `row` is the packet's position in the capture. */
  onGo(row: number): void;
  onClose(): void;
}

/** Why a packet cannot be gone to as it is asked for. */
type Obstacle = 'outOfRange' | 'filteredOut' | 'clearedAway';

/** Asks for the number of a packet to go to; one that the filter hides is gone to without the filter. */
export function GoToDialog({ view, filterText, onGo, onClose }: Props) {
  const { t, i18n } = useTranslation();
  const packets = useStore(view.store, packetsOf);
  const [text, setText] = useState('');
  const [obstacle, setObstacle] = useState<Obstacle | null>(null);
  const number = packetNumberIn(text);
  const isHidden = obstacle === 'filteredOut' || obstacle === 'clearedAway';
  const last = formatCount(packets, i18n.language);

  async function go(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (number < 1 || number > packets) return setObstacle('outOfRange');
    const row = number - 1;
    if (isHidden) {
      // A tail that is followed would be shown in the place of the packet.
      view.follow(false);
      filterText.set('');
    } else if (!(await isShown(view, row))) {
      const { filter } = view.store.getState();
      return setObstacle(number <= clearedIn(filter) ? 'clearedAway' : 'filteredOut');
    }
    onGo(row);
  }

  return (
    <Modal
      opened
      onClose={onClose}
      // The focus goes to the packet, or back to where it was.
      returnFocus={false}
      size="sm"
      title={t('timeline.goTo')}
      closeButtonProps={{ 'aria-label': t('timeline.close') }}
    >
      <form onSubmit={(event) => void go(event)}>
        <TextInput
          label={t('timeline.packetNumber')}
          description={packets === 0 ? t('timeline.nothingYet') : t('timeline.numbers', { last })}
          error={obstacle && t(`timeline.obstacles.${obstacle}`, { number: text.trim(), last })}
          value={text}
          inputMode="numeric"
          autoComplete="off"
          data-autofocus
          onChange={({ currentTarget: { value } }) => {
            setText(value);
            setObstacle(null);
          }}
        />
        <Group justify="flex-end" mt="sm">
          <Button type="submit">{t(isHidden ? 'timeline.goWithoutFilter' : 'timeline.go')}</Button>
        </Group>
      </form>
    </Modal>
  );
}

/** Whether the filter shows a packet, as far as it is known: a search may not have come to it. */
async function isShown(view: View, row: number): Promise<boolean> {
  const { search } = view.store.getState();
  if (search === null || search.searched <= row) return true;
  const place = await view.find(row);
  return place === null || place.found;
}
