import { Anchor, Button, Checkbox, FileButton, Group, Modal, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { parseThingModel, type ThingModel } from '../../shared/alibaba/thing-model.ts';
import type { TripleTarget } from '../../shared/contract/devices.ts';
import { ask } from '../bridge.ts';
import { Failure } from '../components/failure.tsx';
import { unusable } from '../components/unusable.ts';
import { errorDetail, explainError } from '../i18n/explain.ts';
import classes from './thing-model-dialog.module.css';

interface Props {
  readonly target: TripleTarget;
  readonly model: ThingModel | null;
  onClose(): void;
}

/** Asks for the thing model of a product, as the console exports it. Mount it while it is asked. */
export function ThingModelDialog({ target, model, onClose }: Props) {
  const { t } = useTranslation();
  const { productKey } = target;
  const [text, setText] = useState(() => (model ? JSON.stringify(model, null, 2) : ''));
  const [forPlatform, setForPlatform] = useState(target.kind === 'local');
  const [failure, setFailure] = useState<unknown>(null);
  const parsed = text.trim() === '' ? null : parseThingModel(text);

  async function change(action: () => Promise<unknown>): Promise<void> {
    try {
      await action();
      onClose();
    } catch (error) {
      setFailure(error);
    }
  }

  function save(event: FormEvent): void {
    // Beside the publish form in React's tree, though not in the page's.
    event.preventDefault();
    event.stopPropagation();
    if (!parsed?.ok) return;
    void change(async () => {
      await ask('thingModels.save', { productKey, text });
      if (forPlatform)
        await ask('platform.setThingModel', { productKey, thingModel: parsed.model });
    });
  }

  return (
    <Modal
      opened
      onClose={onClose}
      title={t('fields.modelTitle', { productKey })}
      size={640}
      closeButtonProps={{ 'aria-label': t('fields.close') }}
      closeOnClickOutside={false}
    >
      <form className={classes.form} onSubmit={save}>
        <Textarea
          label={t('fields.modelText')}
          classNames={{ input: classes.text ?? '' }}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          description={
            <>
              {t('fields.modelHint')}{' '}
              <FileButton
                onChange={(file) => void file?.text().then(setText)}
                accept=".json,application/json"
              >
                {(props) => (
                  <Anchor {...props} component="button" type="button" fz="inherit">
                    {t('fields.chooseFile')}
                  </Anchor>
                )}
              </FileButton>
            </>
          }
          error={
            parsed?.ok === false &&
            t(`thingFields.modelProblems.${parsed.problem}`, {
              path: parsed.path,
              detail: parsed.detail,
            })
          }
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          placeholder='{ "properties": [ … ], "events": [ … ], "services": [ … ] }'
          rows={12}
          spellCheck={false}
          data-autofocus
        />
        <p className={classes.counts} role="status">
          {parsed?.ok &&
            t('fields.modelCounts', {
              properties: parsed.model.properties.length,
              events: parsed.model.events.length,
              services: parsed.model.services.length,
            })}
          {parsed?.ok && parsed.productKey !== null && parsed.productKey !== productKey && (
            <> {t('fields.modelOfOther', { productKey: parsed.productKey })}</>
          )}
        </p>
        {target.kind === 'local' && (
          <Checkbox
            label={t('fields.modelForPlatform')}
            checked={forPlatform}
            onChange={(event) => setForPlatform(event.currentTarget.checked)}
          />
        )}
        {failure !== null && (
          <Failure
            text={explainError(failure)}
            detail={errorDetail(failure)}
            detailLabel={t('publish.details')}
          />
        )}
        <Group justify="flex-end" gap="sm">
          {model !== null && (
            <Button
              variant="default"
              mr="auto"
              onClick={() => void change(() => ask('thingModels.remove', { productKey }))}
            >
              {t('fields.removeModel')}
            </Button>
          )}
          <Button variant="default" onClick={onClose}>
            {t('fields.cancel')}
          </Button>
          <Button type="submit" {...unusable(!parsed?.ok)}>
            {t('fields.save')}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
