import { UnstyledButton } from '@mantine/core';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { type ReactNode, useContext, useState } from 'react';
import { Panel, usePanelRef } from 'react-resizable-panels';
import classes from './packet.module.css';
import { FoldingContext } from './sections.tsx';

interface Props {
  /** Unique on the page: panes are known by it. */
  readonly id: string;
  readonly title: string;
  /** Before the user chose one, in percent. */
  readonly size: string;
  /** Whether it is a landmark of the page. */
  readonly region?: boolean;
  /** Said beside the title. */
  readonly note?: ReactNode;
  /** What can be chosen about it, at the end of its title's line. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** A part of the details that can be folded up to its title. */
export function Section({ id, title, size, region = false, note, actions, children }: Props) {
  const panel = usePanelRef();
  const [open, setOpen] = useState(true);
  const folding = useContext(FoldingContext);
  const Chevron = open ? IconChevronDown : IconChevronRight;
  const content = (
    <>
      <header className={classes.caption}>
        <h3>
          <UnstyledButton
            className={classes.fold}
            aria-expanded={open}
            onClick={() => {
              if (open) {
                folding.before(id, panel.current?.getSize().asPercentage ?? 0);
                panel.current?.collapse();
              } else {
                // The panel itself knows none if it was drawn folded.
                panel.current?.resize(folding.sizeBefore(id) ?? size);
              }
              folding.after();
            }}
          >
            <Chevron size={13} aria-hidden />
            {title}
          </UnstyledButton>
        </h3>
        <span className={classes.note}>{note}</span>
        {open && actions && <span className={classes.captionActions}>{actions}</span>}
      </header>
      {open && children}
    </>
  );
  return (
    <Panel
      id={id}
      panelRef={panel}
      className={classes.panel}
      collapsible
      collapsedSize="1.75rem"
      minSize="5.5rem"
      defaultSize={size}
      onResize={() => setOpen(panel.current?.isCollapsed() === false)}
    >
      {region ? (
        <section className={classes.section} aria-label={title}>
          {content}
        </section>
      ) : (
        <div className={classes.section}>{content}</div>
      )}
    </Panel>
  );
}
