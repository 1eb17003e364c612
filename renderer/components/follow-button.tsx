import { ActionIcon } from '@mantine/core';
import { IconChevronsDown } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

interface Props {
  readonly following: boolean;
  /** Why there is nothing to follow; left out where there is. */
  readonly disabledBecause?: string | undefined;
  onFollow(following: boolean): void;
}

/** Whether the last packets stay in sight as they come. */
export function FollowButton({ following, disabledBecause, onFollow }: Props) {
  const { t } = useTranslation();
  return (
    <ActionIcon
      variant={following ? 'light' : 'default'}
      color="accent"
      aria-pressed={following}
      aria-label={t('timeline.follow')}
      title={disabledBecause ?? t('timeline.follow')}
      disabled={disabledBecause !== undefined}
      onClick={() => onFollow(!following)}
    >
      <IconChevronsDown size={14} />
    </ActionIcon>
  );
}
