import { Children, createContext, Fragment, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Group, type Layout, Separator, useGroupRef } from 'react-resizable-panels';
import { appStore } from '../stores/app-store.ts';
import { setPaneSizes } from '../stores/preferences.ts';
import classes from './packet.module.css';

/** What sections have remembered of being folded. */
interface Folding {
  /**
   * A section is about to be folded up.
   *
   * @param size percent of all sections
   */
  before(id: string, size: number): void;
  /** The size of a section before it was folded up, such as `34%`; null if it never was. */
  sizeBefore(id: string): string | null;
  /** A section was folded up or opened: this is remembered like a drag. */
  after(): void;
}

export const FoldingContext = createContext<Folding>({
  before: () => {},
  sizeBefore: () => null,
  after: () => {},
});

interface Props {
  /** Under which the sizes are remembered. */
  readonly name: string;
  /** Ids of the sections, in order. */
  readonly ids: readonly string[];
  /** A section per id; what is null is left out. */
  readonly children: ReactNode;
}

/** Sections on top of each other, with lines to drag between them; their sizes are remembered. */
export function Sections({ name, ids, children }: Props) {
  const { t } = useTranslation();
  const group = useGroupRef();
  const sizes = appStore.getState().preferences.panes[name];
  const remembered: Layout | undefined =
    sizes?.length === ids.length
      ? Object.fromEntries(ids.map((id, at) => [id, sizes[at] ?? 0]))
      : undefined;
  const remember = (layout: Layout) =>
    setPaneSizes(
      name,
      ids.map((id) => layout[id] ?? 0),
    );
  const unfolded = `${name}-unfolded`;
  const unfoldedSizes = () => appStore.getState().preferences.panes[unfolded] ?? [];
  const folding: Folding = {
    before: (folded, size) =>
      setPaneSizes(
        unfolded,
        ids.map((id, at) => (id === folded ? size : (unfoldedSizes()[at] ?? 0))),
      ),
    sizeBefore: (id) => {
      const size = unfoldedSizes()[ids.indexOf(id)];
      return size ? `${size}%` : null;
    },
    after: () => group.current && remember(group.current.getLayout()),
  };
  return (
    <FoldingContext value={folding}>
      <Group
        groupRef={group}
        className={classes.sections}
        orientation="vertical"
        {...(remembered ? { defaultLayout: remembered } : {})}
        onLayoutChanged={(layout, { isUserInteraction, requestedLayout }) => {
          if (isUserInteraction) remember(requestedLayout ?? layout);
        }}
      >
        {Children.toArray(children).map((section, at) => (
          <Fragment key={ids[at]}>
            {at > 0 && (
              <Separator className={classes.separator} aria-label={t('packet.resizeSections')} />
            )}
            {section}
          </Fragment>
        ))}
      </Group>
    </FoldingContext>
  );
}
