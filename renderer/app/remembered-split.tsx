import { type ReactNode, useId } from 'react';
import { Group, type Layout, Panel, Separator } from 'react-resizable-panels';
import { appStore } from '../stores/app-store.ts';
import { setPaneSizes } from '../stores/preferences.ts';
import classes from './remembered-split.module.css';

interface Side {
  /** Size before the user chose one, as a CSS length or a percentage. */
  readonly size?: string;
  readonly minSize: string;
  readonly maxSize?: string;
  /** Keeps its size in pixels when the window is resized. */
  readonly fixed?: boolean;
}

interface Props {
  /** Under which the sizes are remembered. */
  readonly name: string;
  readonly orientation: 'horizontal' | 'vertical';
  /** Accessible name of the line between the two. */
  readonly separator: string;
  readonly first: Side;
  readonly second: Side;
  /** The first gives its room to the second, which stays as it is. */
  readonly alone?: boolean;
  readonly children: readonly [ReactNode, ReactNode];
}

const panelProps = ({ size, minSize, maxSize, fixed }: Side) => ({
  minSize,
  ...(size ? { defaultSize: size } : {}),
  ...(maxSize ? { maxSize } : {}),
  ...(fixed ? { groupResizeBehavior: 'preserve-pixel-size' as const } : {}),
});

/** Two panes with a line to drag between them; what the user drags is remembered. */
export function RememberedSplit(props: Props) {
  const { name, orientation, separator, first, second, alone = false, children } = props;
  // Panes are known by element id, and a tab behind holds the same splits as the one in front.
  const id = useId();
  const [firstId, secondId] = [`${id}-first`, `${id}-second`];
  const [before, after] = appStore.getState().preferences.panes[name] ?? [];
  const remembered: Layout | undefined =
    before !== undefined && after !== undefined
      ? { [firstId]: before, [secondId]: after }
      : undefined;
  return (
    <Group
      className={classes.group}
      orientation={orientation}
      {...(remembered ? { defaultLayout: remembered } : {})}
      onLayoutChanged={(layout, { isUserInteraction, requestedLayout }) => {
        const { [firstId]: before, [secondId]: after } = requestedLayout ?? layout;
        if (isUserInteraction && before !== undefined && after !== undefined)
          setPaneSizes(name, [before, after]);
      }}
    >
      {!alone && (
        <>
          <Panel id={firstId} className={classes.panel} {...panelProps(first)}>
            {children[0]}
          </Panel>
          <Separator className={classes.separator} aria-label={separator} />
        </>
      )}
      <Panel id={secondId} className={classes.panel} {...panelProps(second)}>
        {children[1]}
      </Panel>
    </Group>
  );
}
