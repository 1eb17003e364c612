import { hotkeys } from '../stores/hotkeys.ts';

/** Every key, by the place where it works; texts are below `palette.keys` in the catalogues. */
export const keyTable = [
  {
    place: 'window',
    keys: [
      { does: 'palette', hotkeys: [hotkeys.palette] },
      { does: 'sheet', hotkeys: ['?'] },
      { does: 'preferences', hotkeys: [hotkeys.preferences] },
      { does: 'deviceList', hotkeys: [hotkeys.deviceList] },
      { does: 'filter', hotkeys: [hotkeys.filter] },
      { does: 'goToPacket', hotkeys: [hotkeys.goToPacket] },
      { does: 'nextTab', hotkeys: [hotkeys.nextTab] },
      { does: 'previousTab', hotkeys: [hotkeys.previousTab] },
      { does: 'connection', hotkeys: [hotkeys.connection] },
      { does: 'looks', hotkeys: [hotkeys.looks[0], hotkeys.looks[4]] },
    ],
  },
  {
    place: 'packets',
    keys: [
      { does: 'move', hotkeys: ['ArrowUp', 'ArrowDown', 'PageUp', 'PageDown'] },
      { does: 'ends', hotkeys: ['Home', 'End'] },
      { does: 'choose', hotkeys: ['shift+ArrowUp', 'shift+ArrowDown'] },
      { does: 'chooseOne', hotkeys: ['mod+ArrowDown', 'mod+Space'] },
      { does: 'chooseAll', hotkeys: ['mod+A'] },
      { does: 'chooseNone', hotkeys: ['Escape'] },
      { does: 'peer', hotkeys: ['[', ']'] },
      { does: 'details', hotkeys: ['Enter'] },
      { does: 'zoom', hotkeys: ['+', '-'] },
      { does: 'rowMenu', hotkeys: ['shift+F10'] },
      { does: 'cells', hotkeys: ['ArrowLeft', 'ArrowRight'] },
      { does: 'bookmark', hotkeys: ['B'] },
      { does: 'bookmarks', hotkeys: ['F2', 'shift+F2'] },
      { does: 'problems', hotkeys: ['F8', 'shift+F8'] },
      { does: 'onTopic', hotkeys: ['N', 'shift+N'] },
      { does: 'measure', hotkeys: ['T'] },
      { does: 'copyRow', hotkeys: ['mod+C'] },
    ],
  },
  {
    place: 'bytes',
    keys: [
      { does: 'moveByte', hotkeys: ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'] },
      { does: 'selectBytes', hotkeys: ['shift+ArrowLeft', 'shift+ArrowRight'] },
      { does: 'copyBytes', hotkeys: ['mod+C'] },
    ],
  },
  {
    place: 'tabs',
    keys: [
      { does: 'otherTab', hotkeys: ['ArrowLeft', 'ArrowRight'] },
      { does: 'moveTab', hotkeys: ['alt+ArrowLeft', 'alt+ArrowRight'] },
      { does: 'closeTab', hotkeys: ['Delete'] },
    ],
  },
  {
    place: 'devices',
    keys: [
      { does: 'openDevice', hotkeys: ['Enter'] },
      { does: 'group', hotkeys: ['ArrowLeft', 'ArrowRight'] },
      { does: 'deviceMenu', hotkeys: ['shift+F10'] },
    ],
  },
] as const;
