import { useTranslation } from 'react-i18next';
import { formatBytes } from '../components/format.ts';
import { discardPicture, type SavedPicture } from '../stores/pictures.ts';
import { FailedLine, ReadyLine } from './finished-line.tsx';

/** One picture: under which name it was saved, or why it was not. */
export function PictureLine({ picture: { captureId, name, drawn } }: { picture: SavedPicture }) {
  const { t } = useTranslation();
  const dismiss = () => discardPicture(captureId);
  if ('failure' in drawn) {
    return (
      <FailedLine name={name} failure={drawn.failure} onDismiss={dismiss}>
        {t('captures.export.pictureFailed', { name })}
      </FailedLine>
    );
  }
  return (
    <ReadyLine name={name} href={drawn.url} onDismiss={dismiss}>
      {t('captures.export.picture', { name, size: formatBytes(drawn.size) })}
    </ReadyLine>
  );
}
