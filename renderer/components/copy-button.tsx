import { ActionIcon, Button } from '@mantine/core';
import { IconCheck, IconCopy, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './copy-button.module.css';
import { copyText } from './copy-text.ts';
import { useCopied } from './use-copied.ts';

const icons = { copied: IconCheck, notCopied: IconX } as const;

interface Props {
  /** A function where the text is long to make: it is asked when the button is pressed. */
  readonly text: string | (() => string);
  /** What it does, in words. */
  readonly name: string;
  /** What is copied, written on the button; what came of it is then said by its icon alone. */
  readonly label?: string;
}

/** Copies a text and says so. */
export function CopyButton({ text, name, label }: Props) {
  const { t } = useTranslation();
  const isMade = typeof text === 'function';
  const { outcome, say } = useCopied(isMade ? name : text);
  const copy = () => say(copyText(isMade ? text() : text));

  const Icon = outcome ? icons[outcome] : IconCopy;
  const said = <span role="status">{outcome && t(`clipboard.${outcome}`)}</span>;
  if (label !== undefined) {
    return (
      <>
        <Button
          variant="subtle"
          color="gray"
          size="compact-xs"
          leftSection={<Icon size={13} aria-hidden />}
          aria-label={name}
          title={name}
          onClick={copy}
        >
          {label}
        </Button>
        <span className="visually-hidden">{said}</span>
      </>
    );
  }
  return (
    <span className={classes.copy}>
      {said}
      <ActionIcon aria-label={name} title={name} onClick={copy}>
        <Icon size={14} />
      </ActionIcon>
    </span>
  );
}
