import { Anchor, FileButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';

interface Props {
  /** Endings of the files to offer, such as `.pem,.crt`. */
  readonly accept: string;
  onText(text: string): void;
}

/** Reads a text file into a field. */
export function FileLink({ accept, onText }: Props) {
  const { t } = useTranslation();
  async function read(file: File | null) {
    if (file) onText(await file.text());
  }
  return (
    <FileButton onChange={read} accept={accept}>
      {(props) => (
        <Anchor {...props} component="button" type="button" fz="inherit">
          {t('devices.hints.chooseFile')}
        </Anchor>
      )}
    </FileButton>
  );
}
