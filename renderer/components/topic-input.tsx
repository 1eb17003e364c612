import { Combobox, TextInput, useCombobox } from '@mantine/core';
import { useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { openPlaceholder } from '../../shared/alibaba/messages/topic-suggestions.ts';
import { filterSuggestions, type SuggestionGroup } from './filter-suggestions.ts';
import classes from './topic-input.module.css';
import { Warnings } from './warnings.tsx';

interface Props {
  readonly className?: string;
  readonly label: string;
  readonly value: string;
  /** What the topic is for, beside the label; empty if nothing is known. */
  readonly hint: string;
  readonly groups: readonly SuggestionGroup[];
  /** Why the text cannot be used; null if it can. */
  readonly error: string | null;
  /** What to mind about it, said while nobody is choosing. */
  readonly warnings: readonly string[];
  onChange(value: string): void;
  /** The list opens: time to learn what to suggest. */
  onOpen?(): void;
}

/** A text field for a topic or a topic filter that offers known ones; any other may be typed. */
export function TopicInput(props: Props) {
  const { className, label, value, hint, groups, error, warnings, ...on } = props;
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const chosen = useRef<string | null>(null);
  const [wanted, setWanted] = useState(false);
  // A field that was only entered shows all there is, whatever stands in it.
  const [typed, setTyped] = useState(false);
  const shown = filterSuggestions(groups, typed ? value : '');
  const combobox = useCombobox({
    opened: wanted && shown.length > 0,
    onOpenedChange: (opened) => (opened ? open() : close()),
    onDropdownClose: () => combobox.resetSelectedOption(),
  });

  function open(): void {
    setWanted(true);
    on.onOpen?.();
  }

  /** Also while there is nothing to show: what is typed elsewhere must not open it. */
  function close(): void {
    setWanted(false);
    setTyped(false);
  }

  // What is left to be replaced in a chosen topic is selected, so that typing replaces it.
  useLayoutEffect(() => {
    if (chosen.current !== value) return;
    chosen.current = null;
    const left = openPlaceholder(value);
    input.current?.setSelectionRange(left?.start ?? value.length, left?.end ?? value.length);
  }, [value]);

  // The beginning of a known topic is not yet another one.
  const undecided =
    combobox.dropdownOpened &&
    shown.some(({ suggestions }) => suggestions.some(({ topic }) => topic.startsWith(value)));

  function type(text: string): void {
    setTyped(true);
    combobox.resetSelectedOption();
    combobox.openDropdown();
    on.onChange(text);
  }

  function choose(topic: string): void {
    chosen.current = topic;
    on.onChange(topic);
    combobox.closeDropdown();
  }

  return (
    <Combobox
      store={combobox}
      onOptionSubmit={choose}
      position="bottom-start"
      width="max-content"
      offset={2}
      // Beside its field, so that it stands in the field's landmark; fixed, so that no pane cuts it.
      withinPortal={false}
      floatingStrategy="fixed"
      transitionProps={{ duration: 0 }}
      // Dozens of suggestions would be drawn with every change of the form that the field is in.
      keepMounted={false}
    >
      <div className={`${classes.field} ${className ?? ''}`}>
        <span className={`${classes.hint} ellipsis`} title={hint}>
          {hint}
        </span>
        <Combobox.Target withExpandedAttribute autoComplete="off">
          <TextInput
            ref={input}
            classNames={{ input: classes.input ?? '', description: classes.warnings ?? '' }}
            label={label}
            value={value}
            onChange={(event) => type(event.currentTarget.value)}
            onClick={() => combobox.openDropdown()}
            // It submits the form, unless it chooses: what the form then makes of the text is not typed.
            onKeyDown={({ key }) => {
              if (key === 'Enter' && combobox.getSelectedOptionIndex() === -1) close();
            }}
            onBlur={close}
            error={error}
            description={
              warnings.length > 0 && error === null && !undecided && <Warnings texts={warnings} />
            }
            inputWrapperOrder={['label', 'input', 'error', 'description']}
            aria-autocomplete="list"
            spellCheck={false}
          />
        </Combobox.Target>
      </div>
      <Combobox.Dropdown className={classes.dropdown ?? ''}>
        <Combobox.Options aria-label={t('topics.suggestions')} className={classes.options ?? ''}>
          {shown.map((group) => (
            <Combobox.Group key={group.label} label={group.label}>
              {group.suggestions.map(({ topic, purpose }) => (
                <Combobox.Option
                  key={topic}
                  className={classes.option ?? ''}
                  value={topic}
                  active={topic === value}
                >
                  <span className={classes.topic}>{topic}</span>
                  {purpose !== '' && <span className={classes.purpose}>{purpose}</span>}
                </Combobox.Option>
              ))}
            </Combobox.Group>
          ))}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
