import { Button, Checkbox, PasswordInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlatformProduct } from '../../shared/contract/platform.ts';
import { ask } from '../bridge.ts';
import { Failure } from '../components/failure.tsx';
import { unusable } from '../components/unusable.ts';
import { errorDetail, explainError } from '../i18n/explain.ts';
import { putProduct } from '../stores/platform.ts';
import { useApp } from '../stores/use-app.ts';
import classes from './product-panel.module.css';

/** One type, one secret: whether devices may register with the product's secret, and which it is. */
export function RegistrationForm({ product }: { product: PlatformProduct }) {
  const { t } = useTranslation();
  const vault = useApp((state) => state.vault);
  const { productKey, dynamicRegistration, hasSecret } = product;
  const [secret, setSecret] = useState('');
  const [failure, setFailure] = useState<unknown>(null);

  async function put(wanted: boolean, productSecret?: string): Promise<void> {
    setFailure(null);
    try {
      const changes = productSecret === undefined ? {} : { productSecret };
      putProduct(
        await ask('platform.setRegistration', {
          productKey,
          dynamicRegistration: wanted,
          ...changes,
        }),
      );
      setSecret('');
    } catch (error) {
      setFailure(error);
    }
  }

  return (
    <section className={classes.part} aria-label={t('platform.product.registration')}>
      <h2>{t('platform.product.registration')}</h2>
      <Checkbox
        label={t('platform.product.allowRegistration')}
        checked={dynamicRegistration}
        onChange={(event) => void put(event.currentTarget.checked)}
      />
      <form
        className={classes.secret}
        onSubmit={(event) => {
          event.preventDefault();
          if (secret !== '') void put(dynamicRegistration, secret);
        }}
      >
        <PasswordInput
          className={classes.secretField ?? ''}
          label={t('platform.product.secret')}
          description={
            hasSecret
              ? t('platform.product.secretSaved', { vault: t(`vaults.${vault}`) })
              : t('platform.product.noSecret')
          }
          inputWrapperOrder={['label', 'input', 'error', 'description']}
          autoComplete="off"
          value={secret}
          onChange={(event) => setSecret(event.currentTarget.value)}
        />
        <Button type="submit" className={classes.besideField ?? ''} {...unusable(secret === '')}>
          {t('platform.product.saveSecret')}
        </Button>
        {hasSecret && (
          <Button
            className={classes.besideField ?? ''}
            variant="default"
            onClick={() => void put(dynamicRegistration, '')}
          >
            {t('platform.product.removeSecret')}
          </Button>
        )}
      </form>
      {failure !== null && (
        <Failure
          text={explainError(failure)}
          detail={errorDetail(failure)}
          detailLabel={t('platform.details')}
        />
      )}
    </section>
  );
}
