import { ActionIcon } from '@mantine/core';
import { IconChevronsDown } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

interface Props {
  readonly following: boolean;
  onFollow(following: boolean): void;
}

/** Whether the last packets stay in sight as they come. */
export function FollowButton({ following, onFollow }: Props) {
  const { t } = useTranslation();
  return (
    <ActionIcon
      variant={following ? 'light' : 'default'}
      color="accent"
      aria-pressed={following}
      aria-label={t('timeline.follow')}
      title={t('timeline.follow')}
      onClick={() => onFollow(!following)}
    >
      <IconChevronsDown size={14} />
    </ActionIcon>
  );
}
