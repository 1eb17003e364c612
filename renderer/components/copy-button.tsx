import { ActionIcon } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './copy-button.module.css';
import { copyText } from './copy-text.ts';

/** How long it says that it copied, milliseconds. */
const SAID_FOR = 2000;

/** Copies a text and says so beside the button. */
export function CopyButton({ text, name }: { text: string; name: string }) {
  const { t } = useTranslation();
  const [outcome, setOutcome] = useState<'copied' | 'notCopied' | null>(null);

  useEffect(() => {
    if (outcome === null) return;
    const timer = setTimeout(() => setOutcome(null), SAID_FOR);
    return () => clearTimeout(timer);
  }, [outcome]);

  async function copy() {
    setOutcome((await copyText(text)) ? 'copied' : 'notCopied');
  }

  const Icon = outcome === 'copied' ? IconCheck : IconCopy;
  return (
    <span className={classes.copy}>
      <span role="status">{outcome && t(`clipboard.${outcome}`)}</span>
      <ActionIcon aria-label={name} title={name} onClick={() => void copy()}>
        <Icon size={14} />
      </ActionIcon>
    </span>
  );
}
