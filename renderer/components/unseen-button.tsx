import { Button } from '@mantine/core';
import { IconArrowDown } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { formatCount } from './format.ts';
import classes from './unseen-button.module.css';

interface Props {
  /** Rows below the sight that came after following ended. */
  readonly unseen: number;
  onFollow(): void;
}

/** Says that there is something new below, and leads there. It floats: nothing makes room for it. */
export function UnseenButton({ unseen, onFollow }: Props) {
  const { t, i18n } = useTranslation();
  if (unseen <= 0) return null;
  return (
    <Button
      className={classes.unseen}
      variant="filled"
      size="compact-xs"
      leftSection={<IconArrowDown size={14} aria-hidden />}
      onClick={onFollow}
    >
      {t('timeline.unseen', { number: formatCount(unseen, i18n.language) })}
    </Button>
  );
}
