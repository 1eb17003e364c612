import { useTranslation } from 'react-i18next';
import type { PlatformProduct } from '../../shared/contract/platform.ts';
import classes from './product-panel.module.css';
import { RegistrationForm } from './registration-form.tsx';
import { ThingModelForm } from './thing-model-form.tsx';

/** What the devices of the product have in common. */
export function ProductPanel({ product }: { product: PlatformProduct }) {
  const { t } = useTranslation();
  return (
    <div className={classes.product}>
      <p className={classes.about}>
        {t('platform.product.about', { productKey: product.productKey })}
      </p>
      <ThingModelForm product={product} />
      <RegistrationForm product={product} />
    </div>
  );
}
