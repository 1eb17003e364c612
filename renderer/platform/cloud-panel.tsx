import { Button, NativeSelect } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlatformDeviceView, PlatformProduct } from '../../shared/contract/platform.ts';
import { unusable } from '../components/unusable.ts';
import {
  type ActDraft,
  type ActKind,
  actFields,
  actGroups,
  actOf,
  firstActDraft,
} from './act-draft.ts';
import { ActFieldInput } from './act-field-input.tsx';
import classes from './cloud-panel.module.css';
import { OutcomeView } from './outcome-view.tsx';
import { useAct } from './use-act.ts';

interface Props {
  readonly device: PlatformDeviceView;
  readonly product: PlatformProduct;
}

/** What an application does with the device through the platform, and what came of it. */
export function CloudPanel({ device, product }: Props) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState(() => firstActDraft(device, product.thingModel));
  const { state, perform, forget } = useAct(device);
  const act = actOf(draft);

  function change(part: Partial<ActDraft>): void {
    setDraft((before) => ({ ...before, ...part }));
  }

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (act !== null) void perform(act);
  }

  return (
    <form
      className={classes.form}
      aria-label={t('platform.cloud.form')}
      onSubmit={submit}
      noValidate
    >
      <div className={classes.head}>
        <NativeSelect
          className={classes.kind}
          label={t('platform.cloud.act')}
          value={draft.kind}
          data={Object.entries(actGroups).map(([group, kinds]) => ({
            group: t(`platform.cloud.groups.${group as keyof typeof actGroups}`),
            items: kinds.map((kind) => ({ value: kind, label: t(`platform.cloud.acts.${kind}`) })),
          }))}
          onChange={(event) => {
            // The outcome of another act would stand beside this one.
            forget();
            change({ kind: event.currentTarget.value as ActKind });
          }}
        />
        <Button
          type="submit"
          className={classes.send}
          {...unusable(act === null || state.kind === 'busy')}
        >
          {t('platform.cloud.send')}
        </Button>
        <p className={classes.hint}>{t(`platform.cloud.hints.${draft.kind}`)}</p>
      </div>
      <OutcomeView state={state} />
      <div className={classes.fields}>
        {actFields[draft.kind].map((field) => (
          <ActFieldInput
            key={field}
            field={field}
            draft={draft}
            device={device}
            product={product}
            onChange={change}
          />
        ))}
      </div>
    </form>
  );
}
