import { useTranslation } from 'react-i18next';
import { CopyButton } from '../../components/copy-button.tsx';
import classes from './payload.module.css';
import { TextViewer } from './text-viewer.tsx';

interface Props {
  readonly label: string;
  readonly text: string;
  readonly language?: 'json' | 'text';
  /** What is copied, if it is not what is shown. */
  readonly copied?: string;
  /** What is to be said about the text. */
  readonly note?: string | null;
}

/** Text with what there is to say about it, and a button that copies all of it. */
export function TextPanel({ label, text, language = 'text', copied = text, note = null }: Props) {
  const { t } = useTranslation();
  return (
    <div className={classes.panel}>
      {note && <p className={classes.note}>{note}</p>}
      <TextViewer text={text} language={language} label={label} />
      <div className={classes.bar}>
        <CopyButton text={copied} name={t('packet.copyAll')} label={t('packet.copyAllShort')} />
      </div>
    </div>
  );
}
