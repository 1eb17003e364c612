import { ActionIcon, Checkbox, Textarea } from '@mantine/core';
import { IconEye, IconEyeOff } from '@tabler/icons-react';
import { type KeyboardEvent, type RefObject, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { expandTemplate, placeholderForms } from '../../shared/alibaba/messages/template.ts';
import type { DeviceTarget } from '../../shared/contract/devices.ts';
import { formatCount } from '../components/format.ts';
import { unusable } from '../components/unusable.ts';
import { Warnings } from '../components/warnings.tsx';
import { payloadBytes } from './draft-warnings.ts';
import type { Draft } from './drafts.ts';
import { type PayloadProblem, placeOf } from './payload-problem.ts';
import classes from './publish.module.css';

interface Props {
  readonly input: RefObject<HTMLTextAreaElement | null>;
  readonly draft: Draft;
  readonly target: DeviceTarget | undefined;
  readonly problem: PayloadProblem | null;
  readonly warnings: readonly string[];
  onChange(part: Partial<Draft>): void;
}

function submitByKey(event: KeyboardEvent<HTMLTextAreaElement>): void {
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey))
    event.currentTarget.form?.requestSubmit();
}

/** The payload as text, as a template or as bytes, and on demand what a template becomes. */
export function PayloadField({ input, draft, target, problem, warnings, onChange }: Props) {
  const { t, i18n } = useTranslation();
  const id = useId();
  // Another payload is not the one that was to be seen.
  const [previewed, setPreviewed] = useState<string | null>(null);
  const { payload, isHex, template } = draft;
  const isTemplate = template && !isHex;
  const canPreview = isTemplate && problem === null;
  const preview = canPreview && previewed === payload ? example(payload, target) : null;
  const bytes = payloadBytes(draft);
  const said =
    problem &&
    t(`publish.payloadProblems.${problem.reason}`, {
      ...placeOf(payload, problem.start),
      text: shorten(payload.slice(problem.start, problem.end)),
    });

  return (
    <div className={classes.message}>
      <div className={classes.payloadHead}>
        <label htmlFor={id} className={classes.payloadLabel}>
          {t('publish.payload')}
        </label>
        <Checkbox
          label={t('publish.hex')}
          checked={isHex}
          onChange={(event) => onChange({ isHex: event.currentTarget.checked })}
        />
        <Checkbox
          label={t('publish.placeholders')}
          title={placeholderForms.join('  ')}
          disabled={isHex}
          checked={isTemplate}
          onChange={(event) => onChange({ template: event.currentTarget.checked })}
        />
        <ActionIcon
          className={classes.eye ?? ''}
          aria-label={t('publish.preview')}
          title={t('publish.preview')}
          aria-pressed={preview !== null}
          {...unusable(!canPreview)}
          onClick={() => setPreviewed(preview === null ? payload : null)}
        >
          {preview === null ? <IconEye size={16} /> : <IconEyeOff size={16} />}
        </ActionIcon>
      </div>
      <Textarea
        ref={input}
        id={id}
        className={classes.fill ?? ''}
        classNames={{
          input: classes.mono ?? '',
          wrapper: classes.fill ?? '',
          description: classes.said ?? '',
        }}
        value={payload}
        onChange={(event) => onChange({ payload: event.currentTarget.value })}
        onKeyDown={submitByKey}
        error={said}
        description={warnings.length > 0 && <Warnings texts={warnings} />}
        inputWrapperOrder={['input', 'error', 'description']}
        inputContainer={(children) => (
          <div className={classes.payload}>
            {children}
            {preview !== null && (
              // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and must do so by keyboard
              <section className={classes.preview} aria-label={t('publish.preview')} tabIndex={0}>
                <pre>{preview}</pre>
              </section>
            )}
            <span className={classes.bytes}>
              {preview === null
                ? t(
                    isTemplate && payload.includes('{{')
                      ? 'publish.templateBytes'
                      : 'publish.payloadBytes',
                    {
                      count: bytes,
                      number: formatCount(bytes, i18n.language),
                    },
                  )
                : t('publish.previewHint')}
            </span>
          </div>
        )}
        spellCheck={false}
      />
    </div>
  );
}

const shorten = (text: string) => (text.length > 24 ? `${text.slice(0, 24)}…` : text);

/** What a template may become: the host makes ids and numbers of its own each time. */
function example(payload: string, target: DeviceTarget | undefined): string | null {
  return expandTemplate(payload, {
    id: Date.now() % 86_400_000,
    counter: 1,
    now: Date.now(),
    triple: target === undefined || target.kind === 'broker' ? null : target,
    request: null,
    random: Math.random,
  });
}
