import { useTranslation } from 'react-i18next';
import { languageInForce } from '../i18n/setup.ts';
import { CopyButton } from './copy-button.tsx';
import classes from './finding-view.module.css';
import { helpDocument } from './help-document.ts';

/** The document that a rule is from; of the platform's help with its address, as the app opens none. */
export function RuleSource({ source }: { source: string }) {
  const { t } = useTranslation();
  const help = helpDocument(source, languageInForce());
  return (
    <div className={classes.source}>
      {help === null ? t('problems.source', { source }) : t('problems.help', { id: help.id })}
      {help && (
        <CopyButton
          text={help.address}
          name={t('problems.copyAddress')}
          label={t('problems.copyAddress')}
        />
      )}
    </div>
  );
}
