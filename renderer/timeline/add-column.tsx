import { Button, TextInput } from '@mantine/core';
import { type FormEvent, type Ref, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readPath } from '../../shared/filter/json-path.ts';
import { unusable } from '../components/unusable.ts';
import { chooseColumns } from '../stores/choose-columns.ts';
import {
  type Column,
  type ColumnObstacle,
  columnLimits,
  isShown,
  type JsonColumnName,
  jsonColumn,
  obstacleTo,
  withJsonColumn,
} from '../stores/columns.ts';
import classes from './columns-panel.module.css';

interface Props {
  readonly ref: Ref<HTMLInputElement>;
  readonly columns: readonly Column[];
}

type Obstacle = 'path' | 'shown' | ColumnObstacle;

/** @param name null where what was typed is no path */
function obstacleIn(columns: readonly Column[], name: JsonColumnName | null): Obstacle | null {
  if (name === null) return 'path';
  return isShown(columns, name) ? 'shown' : obstacleTo(columns, name);
}

/** Asks for the path of a value that is to have a column. */
export function AddColumn({ ref, columns }: Props) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [obstacle, setObstacle] = useState<Obstacle | null>(null);

  function add(event: FormEvent): void {
    event.preventDefault();
    const path = readPath(text.trim());
    const name = path && jsonColumn(path);
    const found = obstacleIn(columns, name);
    setObstacle(found);
    if (name === null || found !== null) return;
    chooseColumns((all) => withJsonColumn(all, name));
    setText('');
  }

  return (
    <form className={classes.add} onSubmit={add}>
      <TextInput
        ref={ref}
        label={t('timeline.addColumn')}
        placeholder="$.params.temperature"
        error={obstacle && t(`timeline.columnObstacles.${obstacle}`, columnLimits)}
        value={text}
        autoComplete="off"
        spellCheck={false}
        onChange={({ currentTarget: { value } }) => {
          setText(value);
          setObstacle(null);
        }}
        rightSectionWidth="auto"
        rightSection={
          <Button
            type="submit"
            variant="subtle"
            size="compact-xs"
            {...unusable(text.trim() === '')}
          >
            {t('timeline.addColumnButton')}
          </Button>
        }
      />
    </form>
  );
}
