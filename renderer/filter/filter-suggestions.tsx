// biome-ignore-all lint/a11y/useFocusableInteractive: the field has the focus and names the active option (ARIA listbox pattern)
// biome-ignore-all lint/a11y/useKeyWithClickEvents: the field takes the keys
import { IconHistory, IconStarFilled, IconX } from '@tabler/icons-react';
import { type MouseEvent, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { type FilterKey, filterKeys } from '../../shared/filter/filter-node.ts';
import { isKey } from './completion-edit.ts';
import classes from './filter-field.module.css';
import type { KeptOption, TermOption } from './filter-options.ts';
import type { SuggestionList } from './use-suggestion-list.ts';

/** The element id of an option, for `aria-activedescendant`. */
export const suggestionId = (listId: string, index: number) => `${listId}-${index}`;

interface Props {
  readonly id: string;
  readonly list: SuggestionList;
}

/** What the term at the caret may become, keys with what they ask for; and filters from earlier. */
export function FilterSuggestions({ id, list }: Props) {
  const { t } = useTranslation();
  const box = useRef<HTMLDivElement>(null);
  const { options, active } = list;

  useEffect(() => {
    if (active !== null) box.current?.children[active]?.scrollIntoView({ block: 'nearest' });
  }, [active]);

  return (
    <>
      <div
        ref={box}
        role="listbox"
        id={id}
        aria-label={t('timeline.suggestions')}
        className={classes.list}
        // The focus stays in the field.
        onMouseDown={(event: MouseEvent) => event.preventDefault()}
      >
        {options.map((option, index) => (
          <div
            key={`${option.kind} ${option.text}`}
            role="option"
            id={suggestionId(id, index)}
            aria-selected={index === active}
            className={classes.option}
            title={option.text}
            onClick={() => list.choose(index)}
          >
            {option.kind === 'term' ? (
              <>
                <span className={classes.suggestion}>{option.text}</span>
                <TermHint option={option} />
              </>
            ) : (
              <KeptFilter option={option} onRemove={() => list.remove(index)} />
            )}
          </div>
        ))}
      </div>
      {list.unlisted > 0 && (
        <p className={classes.unlisted}>{t('timeline.kept.unlisted', { count: list.unlisted })}</p>
      )}
    </>
  );
}

/** What a key asks for, or why a term is offered for a word. */
function TermHint({ option: { text, word } }: { option: TermOption }) {
  const { t } = useTranslation();
  if (word !== undefined) {
    return <span className={classes.hint}>{t('timeline.bareWord', { word })}</span>;
  }
  const key = filterKeys.find((name): name is FilterKey => name === text.slice(0, -1));
  if (!isKey(text) || !key) return null;
  return <span className={classes.hint}>{t(`timeline.keys.${key}`)}</span>;
}

interface KeptProps {
  readonly option: KeptOption;
  onRemove(): void;
}

/** A filter from earlier. Its cross is for the pointer: Delete does the same, and is said instead. */
function KeptFilter({ option: { kind, text, name }, onRemove }: KeptProps) {
  const { t } = useTranslation();
  const Icon = kind === 'saved' ? IconStarFilled : IconHistory;
  return (
    <>
      <Icon size={12} aria-hidden className={classes.kept} />
      {name !== '' && <span className={classes.name}>{name}</span>}
      <span className={classes.suggestion}>{text}</span>
      <span className="visually-hidden">
        {t(kind === 'saved' ? 'timeline.kept.saved' : 'timeline.kept.recent')}
      </span>
      <span
        aria-hidden
        className={classes.remove}
        title={t('timeline.kept.remove')}
        onClick={(event) => {
          event.stopPropagation();
          onRemove();
        }}
      >
        <IconX size={12} />
      </span>
    </>
  );
}
