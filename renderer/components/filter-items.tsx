import { Menu } from '@mantine/core';
import { IconFilter, IconFilterOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './point-menu.module.css';

interface Props {
  /** Filters of one term each: packets to show, and packets to leave out. */
  readonly wanted: readonly string[];
  readonly unwanted: readonly string[];
  onAdd(term: string): void;
}

/** The part of a menu that filters for what it is about, or filters it out. */
export function FilterItems({ wanted, unwanted, onAdd }: Props) {
  const { t } = useTranslation();
  return (
    <>
      <Menu.Label>{t('timeline.filterFor')}</Menu.Label>
      {wanted.map((term) => (
        <Term key={term} icon={IconFilter} term={term} onAdd={onAdd} />
      ))}
      <Menu.Label>{t('timeline.filterOut')}</Menu.Label>
      {unwanted.map((term) => (
        <Term key={term} icon={IconFilterOff} term={term} onAdd={onAdd} />
      ))}
    </>
  );
}

interface TermProps extends Pick<Props, 'onAdd'> {
  readonly icon: typeof IconFilter;
  readonly term: string;
}

function Term({ icon: Icon, term, onAdd }: TermProps) {
  return (
    <Menu.Item
      leftSection={<Icon size={14} aria-hidden />}
      classNames={{ itemLabel: classes.term }}
      title={term}
      onClick={() => onAdd(term)}
    >
      {term}
    </Menu.Item>
  );
}
