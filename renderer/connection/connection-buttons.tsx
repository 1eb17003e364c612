import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Device } from '../../shared/contract/devices.ts';
import type { Session } from '../../shared/contract/sessions.ts';
import { ask } from '../bridge.ts';
import { connectDevice } from '../stores/sessions.ts';

interface Props {
  readonly device: Device;
  readonly session: Session | null;
  /** Told why a command was refused; null when the next one is sent. */
  onFailure(error: unknown): void;
}

/** What can be done with a connection in its present state. */
export function ConnectionButtons({ device, session, onFailure }: Props) {
  const { t } = useTranslation();
  const status = session?.state.status ?? 'idle';

  function run(command: () => Promise<unknown>) {
    onFailure(null);
    command().catch(onFailure);
  }

  if (!session || status === 'idle' || status === 'closed')
    return (
      <Button onClick={() => run(() => connectDevice(device.id))}>{t('connection.connect')}</Button>
    );
  const sessionId = session.id;
  const disconnect = () => run(() => ask('sessions.disconnect', { sessionId }));
  if (session.state.status === 'waiting')
    return (
      <Button.Group>
        {!session.state.rateLimited && (
          <Button
            variant="default"
            onClick={() => run(() => ask('sessions.retryNow', { sessionId }))}
          >
            {t('connection.retryNow')}
          </Button>
        )}
        <Button variant="default" onClick={disconnect}>
          {t('connection.stop')}
        </Button>
      </Button.Group>
    );
  return (
    <Button variant="default" onClick={disconnect}>
      {t('connection.disconnect')}
    </Button>
  );
}
