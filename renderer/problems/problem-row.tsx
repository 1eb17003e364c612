import { Anchor } from '@mantine/core';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Finding } from '../../shared/contract/packets.ts';
import { FindingReasons } from '../components/finding-reasons.tsx';
import { SeverityIcon } from '../components/severity-icon.tsx';
import { findingTexts } from '../i18n/finding-texts.ts';
import classes from './problems.module.css';

interface Props {
  readonly finding: Finding;
  /** What it is about, where the headlines of others say the same; empty otherwise. */
  readonly about: string;
  /** When, in which packet and how often. */
  readonly place: ReactNode;
  /** What it is about, where that is not in the headline, and its last packet. */
  readonly where: ReactNode;
  readonly open: boolean;
  onToggle(): void;
}

/** One finding: a line with its headline and its place, and under that why and what to do. */
export function ProblemRow({ finding, about, place, where, open, onToggle }: Props) {
  const { t } = useTranslation();
  const bodyId = useId();
  const item = useRef<HTMLLIElement>(null);
  // What was unfolded below the edge of the pane would not be seen.
  useEffect(() => {
    if (open) item.current?.scrollIntoView({ block: 'nearest' });
  }, [open]);
  const Chevron = open ? IconChevronDown : IconChevronRight;
  return (
    <li ref={item}>
      <div className={classes.line}>
        <button
          type="button"
          className={classes.headline}
          aria-expanded={open}
          aria-controls={open ? bodyId : undefined}
          onClick={onToggle}
        >
          <Chevron size={13} aria-hidden />
          <SeverityIcon
            severity={finding.severity}
            size={15}
            label={t(`problems.severity.${finding.severity}`)}
          />
          <span>
            {findingTexts(finding).what} {about && <code>{about}</code>}
          </span>
        </button>
        <span className={classes.place}>
          <span className={classes.severity} aria-hidden>
            {t(`problems.severity.${finding.severity}`)}
          </span>
          {place}
        </span>
      </div>
      {open && (
        <div id={bodyId} className={classes.body}>
          <div className={classes.where}>{where}</div>
          <FindingReasons finding={finding} />
        </div>
      )}
    </li>
  );
}

interface LinkProps {
  readonly row: number;
  onSelect(row: number): void;
}

/** A packet by its number, to go to it. */
export function PacketLink({ row, onSelect }: LinkProps) {
  const { t } = useTranslation();
  return (
    <Anchor
      component="button"
      type="button"
      fz="inherit"
      aria-label={t('problems.packet', { number: row + 1 })}
      onClick={() => onSelect(row)}
    >
      #{row + 1}
    </Anchor>
  );
}
