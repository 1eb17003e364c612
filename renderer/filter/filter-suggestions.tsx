// biome-ignore-all lint/a11y/useFocusableInteractive: the field has the focus and names the active option (ARIA listbox pattern)
// biome-ignore-all lint/a11y/useKeyWithClickEvents: the field takes the keys
import { type MouseEvent, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { type FilterKey, filterKeys } from '../../shared/filter/filter-node.ts';
import { isKey } from './completion-edit.ts';
import classes from './filter-field.module.css';
import type { SuggestionList } from './use-suggestion-list.ts';

/** The element id of an option, for `aria-activedescendant`. */
export const suggestionId = (listId: string, index: number) => `${listId}-${index}`;

interface Props {
  readonly id: string;
  readonly list: SuggestionList;
}

/** What the term at the caret may become; keys with what they ask for. */
export function FilterSuggestions({ id, list }: Props) {
  const { t } = useTranslation();
  const box = useRef<HTMLDivElement>(null);
  const { suggestions, active } = list;

  useEffect(() => {
    if (active !== null) box.current?.children[active]?.scrollIntoView({ block: 'nearest' });
  }, [active]);

  return (
    <div
      ref={box}
      role="listbox"
      id={id}
      aria-label={t('timeline.suggestions')}
      className={classes.list}
      // The focus stays in the field.
      onMouseDown={(event: MouseEvent) => event.preventDefault()}
    >
      {suggestions.map((suggestion, index) => (
        <div
          key={suggestion}
          role="option"
          id={suggestionId(id, index)}
          aria-selected={index === active}
          className={classes.option}
          title={suggestion}
          onClick={() => list.choose(index)}
        >
          <span className={classes.suggestion}>{suggestion}</span>
          <KeyHint suggestion={suggestion} />
        </div>
      ))}
    </div>
  );
}

function KeyHint({ suggestion }: { suggestion: string }) {
  const { t } = useTranslation();
  const key = filterKeys.find((name): name is FilterKey => name === suggestion.slice(0, -1));
  if (!isKey(suggestion) || !key) return null;
  return <span className={classes.hint}>{t(`timeline.keys.${key}`)}</span>;
}
