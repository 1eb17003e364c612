import { IconChevronRight } from '@tabler/icons-react';
import { type KeyboardEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DeviceRow } from './device-row.tsx';
import classes from './devices-pane.module.css';
import type { DeviceGroup } from './group-devices.ts';

/**
 * The device list as a tree of two levels, after the tree pattern of the ARIA practices guide: one
 * stop for Tab, arrows, Home and End to move, left and right to close and open a group.
 */
export function DeviceTree({ groups }: { groups: readonly DeviceGroup[] }) {
  const { t } = useTranslation();
  const tree = useRef<HTMLDivElement>(null);
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const [focused, setFocused] = useState<string | null>(null);
  const shown = groups.flatMap(({ key, devices }) =>
    closed.has(key) ? [key] : [key, ...devices.map(({ id }) => id)],
  );
  const stop = focused !== null && shown.includes(focused) ? focused : shown[0];

  function toggle(key: string, close: boolean) {
    const left = new Set(closed);
    if (close) left.add(key);
    else left.delete(key);
    setClosed(left);
  }

  function focus(key: string | undefined) {
    if (key === undefined) return;
    for (const item of tree.current?.querySelectorAll<HTMLElement>('[role=treeitem]') ?? [])
      if (item.dataset.key === key) item.focus();
  }

  /** Does what a key asks for on an item; false when it asks for nothing here. */
  function step(pressed: string, key: string): boolean {
    const at = shown.indexOf(key);
    const isGroup = groups.some((group) => group.key === key);
    switch (pressed) {
      case 'ArrowDown':
        focus(shown[at + 1]);
        return true;
      case 'ArrowUp':
        focus(shown[at - 1]);
        return true;
      case 'Home':
        focus(shown[0]);
        return true;
      case 'End':
        focus(shown.at(-1));
        return true;
      case 'ArrowLeft':
        if (isGroup) toggle(key, true);
        else focus(groups.find(({ devices }) => devices.some(({ id }) => id === key))?.key);
        return true;
      case 'ArrowRight':
        if (isGroup && closed.has(key)) toggle(key, false);
        else if (isGroup) focus(shown[at + 1]);
        return true;
      case 'Enter':
      case ' ':
        if (isGroup) toggle(key, !closed.has(key));
        return isGroup;
      default:
        return false;
    }
  }

  function move(event: KeyboardEvent) {
    const item = (event.target as HTMLElement).closest<HTMLElement>('[role=treeitem]');
    const key = item?.dataset.key;
    if (item !== event.target || key === undefined) return;
    if (!step(event.key, key)) return;
    event.preventDefault();
  }

  return (
    <div
      ref={tree}
      role="tree"
      aria-label={t('devices.list')}
      className={classes.tree}
      onKeyDown={move}
      onFocus={(event) => setFocused(event.target.dataset.key ?? focused)}
    >
      {groups.map(({ key, title, devices }) => {
        const name = title ?? t('devices.localPlatform');
        const isClosed = closed.has(key);
        return (
          <div
            key={key}
            role="treeitem"
            aria-label={name}
            aria-expanded={!isClosed}
            aria-selected={false}
            data-key={key}
            tabIndex={stop === key ? 0 : -1}
          >
            {/* biome-ignore lint/a11y/useKeyWithClickEvents: keys are the treeitem's */}
            {/* biome-ignore lint/a11y/noStaticElementInteractions: the treeitem around it is the widget */}
            <div className={classes.group} onClick={() => toggle(key, !isClosed)}>
              <IconChevronRight
                size={14}
                className={classes.chevron}
                data-closed={isClosed}
                aria-hidden
              />
              <span className={classes.name}>{name}</span>
            </div>
            {!isClosed && (
              // biome-ignore lint/a11y/useSemanticElements: a level of a tree, no fieldset
              <div role="group">
                {devices.map((device) => (
                  <DeviceRow key={device.id} device={device} isStop={stop === device.id} />
                ))}
              </div>
            )}
          </div>
        );
      })}
    </div>
  );
}
