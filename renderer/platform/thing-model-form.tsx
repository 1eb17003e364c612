import { Button, FileButton, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  parseThingModel,
  type ThingModel,
  type ThingModelProblem,
} from '../../shared/alibaba/thing-model.ts';
import type { PlatformProduct } from '../../shared/contract/platform.ts';
import { ask } from '../bridge.ts';
import { Failure } from '../components/failure.tsx';
import { unusable } from '../components/unusable.ts';
import { errorDetail, explainError } from '../i18n/explain.ts';
import { putProduct } from '../stores/platform.ts';
import { useThingModel } from '../stores/use-thing-model.ts';
import classes from './product-panel.module.css';

/** The thing model of a product: pasted or read from a file, as the console exports it. */
export function ThingModelForm({ product }: { product: PlatformProduct }) {
  const { t } = useTranslation();
  const { productKey, thingModel } = product;
  const kept = useThingModel(productKey);
  const [text, setText] = useState('');
  const [wrong, setWrong] = useState<ThingModelProblem | null>(null);
  const [failure, setFailure] = useState<unknown>(null);

  /** A product has one model: the forms of Publish, which have none, take it too. */
  async function use(model: ThingModel, source: string): Promise<void> {
    await put(model);
    if (kept === null)
      await ask('thingModels.save', { productKey, text: source }).catch(setFailure);
  }

  async function put(model: ThingModel | null): Promise<void> {
    setFailure(null);
    try {
      putProduct(await ask('platform.setThingModel', { productKey, thingModel: model }));
      setText('');
    } catch (error) {
      setFailure(error);
    }
  }

  function useText(): void {
    const parsed = parseThingModel(text);
    setWrong(parsed.ok ? null : parsed);
    if (parsed.ok) void use(parsed.model, text);
  }

  return (
    <section className={classes.part} aria-label={t('platform.product.thingModel')}>
      <h2>{t('platform.product.thingModel')}</h2>
      <p role="status" aria-label={t('platform.product.modelInForce')}>
        {thingModel === null
          ? t('platform.product.noModel')
          : t('platform.product.modelCounts', {
              properties: thingModel.properties.length,
              events: thingModel.events.length,
              services: thingModel.services.length,
            })}
      </p>
      <Textarea
        classNames={{ input: classes.mono ?? '' }}
        label={t('platform.product.tsl')}
        placeholder='{"properties":[{"identifier":"temperature","accessMode":"r","dataType":{"type":"double","specs":{"min":"-40","max":"80"}}}],"events":[],"services":[]}'
        value={text}
        error={
          wrong !== null &&
          t(`thingFields.modelProblems.${wrong.problem}`, {
            path: wrong.path,
            detail: wrong.detail,
          })
        }
        autosize
        minRows={3}
        maxRows={10}
        spellCheck={false}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setWrong(null);
        }}
      />
      {failure !== null && (
        <Failure
          text={explainError(failure)}
          detail={errorDetail(failure)}
          detailLabel={t('platform.details')}
        />
      )}
      <div className={classes.actions}>
        <Button {...unusable(text.trim() === '')} onClick={useText}>
          {t('platform.product.useModel')}
        </Button>
        <FileButton
          accept="application/json,.json"
          onChange={(file) => void file?.text().then(setText, setFailure)}
        >
          {(props) => (
            <Button variant="default" {...props}>
              {t('platform.product.openFile')}
            </Button>
          )}
        </FileButton>
        {thingModel === null && kept !== null && (
          <Button variant="default" onClick={() => void put(kept)}>
            {t('platform.product.useKept')}
          </Button>
        )}
        {thingModel !== null && (
          <>
            <Button variant="default" onClick={() => setText(JSON.stringify(thingModel, null, 2))}>
              {t('platform.product.editModel')}
            </Button>
            <Button variant="default" onClick={() => void put(null)}>
              {t('platform.product.removeModel')}
            </Button>
          </>
        )}
      </div>
    </section>
  );
}
