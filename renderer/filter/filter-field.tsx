import { CloseButton, Popover } from '@mantine/core';
import { IconFilter } from '@tabler/icons-react';
import { type KeyboardEvent, memo, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { FILTER_TEXT_MAX } from '../../shared/contract/filters.ts';
import type { OpenedView } from '../stores/view/use-view.ts';
import classes from './filter-field.module.css';
import { FilterMessage } from './filter-message.tsx';
import { FilterSuggestions, suggestionId } from './filter-suggestions.tsx';
import { MarkedText } from './marked-text.tsx';
import { SaveFilter } from './save-filter.tsx';
import { useFilterActions } from './use-filter-actions.ts';
import { useFilterShortcut } from './use-filter-shortcut.ts';
import { useSuggestionList } from './use-suggestion-list.ts';

interface Props extends OpenedView {
  /** Escape: the focus goes to the packets, and the filter stays. */
  onLeave(): void;
}

/** Where the display filter is typed: checked, completed and put in force as it is. */
export const FilterField = memo(function FilterField({ view, filterText, onLeave }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const marks = useRef<HTMLDivElement>(null);
  const [focused, setFocused] = useState(false);
  const { text, error: mistake, inForce, stopped } = useStore(filterText.store);
  const list = useSuggestionList(view, filterText, input);
  useFilterShortcut(input, list.offer);
  useFilterActions(filterText);
  const listed = list.options.length > 0;
  const { range } = list;
  // What is being completed is not finished rather than wrong: the list says what is expected.
  const isUnfinished =
    range !== null && mistake !== null && mistake.start <= range.end && mistake.end >= range.start;
  const error = isUnfinished ? null : mistake;
  // Who has turned to the packets sees them: the mark stays, and the words come back with the focus.
  const explained = focused ? error : null;
  const said = explained !== null || (stopped && !listed && error === null);

  /** Puts the text in force, or what it says in our syntax if it is all in Wireshark's. */
  function enter(): void {
    const rewritten = mistake?.wireshark?.rewritten ?? null;
    if (rewritten === null) filterText.apply();
    else filterText.set(rewritten);
  }

  /** Answers whether the key was the field's. */
  function press(event: KeyboardEvent): boolean {
    if (list.press(event)) return true;
    if (event.key === 'Enter') enter();
    else if (event.key !== 'Escape') return false;
    // A list that opened by itself does not stand between an empty field and the packets.
    else if (listed && (text !== '' || list.active !== null)) list.close();
    else onLeave();
    return true;
  }

  return (
    <Popover
      opened={listed || said}
      position="bottom-start"
      width="target"
      offset={3}
      withRoles={false}
      // Outside of the page's landmarks it would be missed by who goes from one to the next.
      portalProps={{ target: 'main' }}
      trapFocus={false}
      closeOnEscape={false}
      transitionProps={{ duration: 0 }}
      middlewares={{ flip: false, shift: true }}
    >
      <Popover.Target>
        <div className={classes.field} data-wrong={error !== null || undefined}>
          <IconFilter size={14} aria-hidden className={classes.icon} />
          <div className={classes.text}>
            <MarkedText ref={marks} text={text} error={error} />
            <input
              ref={input}
              type="search"
              aria-label={t('timeline.filter')}
              placeholder={t('timeline.filterExamples')}
              value={text}
              maxLength={FILTER_TEXT_MAX}
              spellCheck={false}
              autoComplete="off"
              autoCapitalize="none"
              aria-autocomplete="list"
              aria-controls={listed ? id : undefined}
              aria-activedescendant={
                list.active === null ? undefined : suggestionId(id, list.active)
              }
              aria-invalid={error !== null}
              aria-describedby={said ? `${id}-message` : undefined}
              onChange={(event) => list.type(event.currentTarget)}
              onSelect={(event) => list.moveCaret(event.currentTarget.selectionStart ?? 0)}
              onScroll={(event) => {
                if (marks.current) marks.current.scrollLeft = event.currentTarget.scrollLeft;
              }}
              onClick={list.offer}
              onFocus={() => setFocused(true)}
              onBlur={() => {
                setFocused(false);
                list.close();
                filterText.leave();
              }}
              onKeyDown={(event) => {
                if (!event.nativeEvent.isComposing && press(event)) event.preventDefault();
              }}
            />
          </div>
          {text.trim() !== '' && mistake === null && <SaveFilter filter={text.trim()} />}
          {text !== '' && (
            <CloseButton
              size={20}
              iconSize={14}
              aria-label={t('timeline.clearText')}
              onClick={() => {
                filterText.set('');
                input.current?.focus();
              }}
            />
          )}
        </div>
      </Popover.Target>
      <Popover.Dropdown className={classes.dropdown}>
        {listed && <FilterSuggestions id={id} list={list} />}
        {explained !== null && (
          <FilterMessage
            id={`${id}-message`}
            error={explained}
            inForce={inForce}
            onUse={filterText.set}
          />
        )}
        {said && explained === null && (
          <p id={`${id}-message`} className={classes.message}>
            {t('timeline.searchStopped')}
          </p>
        )}
      </Popover.Dropdown>
    </Popover>
  );
});
