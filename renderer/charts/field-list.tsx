import { Checkbox, CloseButton, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type FieldSource, type NumericField, SERIES_MAX } from '../../shared/contract/series.ts';
import { formatCount } from '../components/format.ts';
import { isChosen } from '../stores/charts.ts';
import { fieldName, formatValue, keyOf } from './chart-series.ts';
import classes from './charts.module.css';
import { ReadFailure } from './read-failure.tsx';
import { SearchProgress } from './search-progress.tsx';
import { useFields } from './use-fields.ts';

/** Fields listed at once. */
const LISTED = 50;

interface Props {
  readonly captureId: string;
  readonly chosen: readonly FieldSource[];
  onAdd(field: FieldSource): void;
  onRemove(field: FieldSource): void;
}

/** The numbers there are in a capture's payloads, to choose what is drawn. */
export function FieldList({ captureId, chosen, onAdd, onRemove }: Props) {
  const { t, i18n } = useTranslation();
  const { list, error, stopped, stop, resume } = useFields(captureId);
  const [search, setSearch] = useState('');
  const number = (value: number) => formatCount(value, i18n.language);
  const fields = list?.fields ?? [];
  const words = search.toLowerCase().split(/\s+/);
  const matching = fields.filter((field) => {
    const text = `${fieldName(field)} ${field.topic}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
  const shown = matching.slice(0, LISTED);
  const full = chosen.length >= SERIES_MAX;

  if (error !== null) return <ReadFailure error={error} onRetry={resume} />;
  return (
    <div className={classes.fields}>
      {list && (
        <SearchProgress
          searched={list.searched}
          packets={list.packets}
          stopped={stopped}
          onStop={stop}
          onResume={resume}
        />
      )}
      {list && fields.length === 0 && list.searched === list.packets && (
        <div className={classes.empty}>
          <strong>{t('charts.noField')}</strong>
          <span>{t('charts.noFieldHint', { example: '{"params": {"temperature": 23.5}}' })}</span>
        </div>
      )}
      {fields.length > 0 && (
        <>
          <p className={classes.hint}>
            {t(full ? 'charts.full' : 'charts.chooseHint', { number: SERIES_MAX })}
          </p>
          <TextInput
            type="search"
            aria-label={t('charts.search')}
            placeholder={t('charts.search')}
            value={search}
            onChange={(event) => setSearch(event.currentTarget.value)}
            leftSection={<IconSearch size={14} />}
            rightSection={
              search && (
                <CloseButton aria-label={t('charts.clearSearch')} onClick={() => setSearch('')} />
              )
            }
          />
          <ul className={classes.fieldList} aria-label={t('charts.fields')}>
            {shown.map((field) => (
              <FieldItem
                key={keyOf({ kind: 'field', topic: field.topic, path: field.path })}
                field={field}
                checked={isChosen(chosen, field)}
                full={full}
                onAdd={onAdd}
                onRemove={onRemove}
              />
            ))}
          </ul>
          {matching.length === 0 && (
            <p className={classes.hint}>{t('charts.noneFound', { search })}</p>
          )}
          {shown.length < matching.length && (
            <p className={classes.hint}>
              {t('charts.fieldsShown', {
                shown: number(shown.length),
                total: number(matching.length),
              })}
            </p>
          )}
          {list?.more && (
            <p className={classes.hint}>
              {t('charts.fieldsHidden', { number: number(fields.length) })}
            </p>
          )}
        </>
      )}
    </div>
  );
}

interface ItemProps extends Pick<Props, 'onAdd' | 'onRemove'> {
  readonly field: NumericField;
  readonly checked: boolean;
  readonly full: boolean;
}

function FieldItem({ field, checked, full, onAdd, onRemove }: ItemProps) {
  const { t, i18n } = useTranslation();
  const { topic, path, count, last } = field;
  const source: FieldSource = { kind: 'field', topic, path };
  return (
    <li className={classes.field}>
      <Checkbox
        classNames={{ body: classes.checkboxBody, labelWrapper: classes.checkboxLabel }}
        label={
          <span className={classes.fieldLabel}>
            <span className="mono">{fieldName(field)}</span>{' '}
            <span className={classes.topic} title={topic}>
              <bdi dir="ltr">{topic}</bdi>
            </span>
          </span>
        }
        checked={checked}
        disabled={full && !checked}
        onChange={() => (checked ? onRemove(source) : onAdd(source))}
      />
      <span className={classes.fieldFacts}>
        {t('charts.fieldTimes', { count, number: formatCount(count, i18n.language) })}
      </span>
      <span className={classes.fieldFacts}>
        {t('charts.fieldLast', { value: formatValue(source, last) })}
      </span>
    </li>
  );
}
