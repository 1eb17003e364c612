import { Menu } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import type { RowCopy } from './packet-copies.ts';

interface Props {
  readonly ways: readonly RowCopy[];
  nameOf(what: RowCopy): string;
  onCopy(what: RowCopy): void;
}

/** The part of a menu that copies packets. */
export function CopyItems({ ways, nameOf, onCopy }: Props) {
  return ways.map((what) => (
    <Menu.Item
      key={what}
      leftSection={<IconCopy size={14} aria-hidden />}
      onClick={() => onCopy(what)}
    >
      {nameOf(what)}
    </Menu.Item>
  ));
}
