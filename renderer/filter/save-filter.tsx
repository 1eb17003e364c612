import { ActionIcon, Button, Group, Popover, TextInput } from '@mantine/core';
import { IconStar, IconStarFilled } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FILTER_NAME_MAX } from '../../shared/contract/filters.ts';
import { removeSavedFilter, saveFilter } from '../stores/kept-filters.ts';
import classes from './filter-field.module.css';
import { useKeptFilters } from './use-kept-filters.ts';

interface Props {
  /** A correct filter. */
  readonly filter: string;
}

/** The star in the field: saves the filter that stands there, names it, or takes it out again. */
export function SaveFilter({ filter }: Props) {
  const { t } = useTranslation();
  const { saved } = useKeptFilters();
  const kept = saved.find((each) => each.filter === filter);
  const [opened, setOpened] = useState(false);
  const [name, setName] = useState('');
  const label = t(kept ? 'timeline.kept.isSaved' : 'timeline.kept.save');
  const Icon = kept ? IconStarFilled : IconStar;

  function show(wanted: boolean): void {
    setOpened(wanted);
    if (wanted) setName(kept?.name ?? '');
  }

  function save(event: FormEvent): void {
    event.preventDefault();
    saveFilter(filter, name.trim());
    setOpened(false);
  }

  return (
    <Popover
      opened={opened}
      onChange={show}
      position="bottom-end"
      width="18rem"
      trapFocus
      returnFocus
      portalProps={{ target: 'main' }}
      transitionProps={{ duration: 0 }}
    >
      <Popover.Target>
        <ActionIcon
          size={20}
          aria-label={label}
          title={label}
          data-saved={kept !== undefined || undefined}
          className={classes.star ?? ''}
          onClick={() => show(!opened)}
        >
          <Icon size={14} />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown aria-label={label}>
        <form onSubmit={save}>
          <TextInput
            label={t('timeline.kept.name')}
            placeholder={filter}
            value={name}
            maxLength={FILTER_NAME_MAX}
            data-autofocus
            onChange={({ currentTarget: { value } }) => setName(value)}
          />
          <Group justify="flex-end" mt="sm" gap="xs">
            {kept && (
              <Button
                variant="default"
                onClick={() => {
                  removeSavedFilter(filter);
                  setOpened(false);
                }}
              >
                {t('timeline.kept.remove')}
              </Button>
            )}
            <Button type="submit">{t('timeline.kept.keep')}</Button>
          </Group>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}
