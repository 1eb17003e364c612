import { useTranslation } from 'react-i18next';
import { CopyButton } from '../components/copy-button.tsx';
import { usePlatform } from '../stores/use-platform.ts';
import classes from './device-panel.module.css';

const names = { tcp: 'TCP', tls: 'TLS', ws: 'WebSocket', wss: 'WebSocket + TLS' } as const;

/** Where the platform listens, for firmware on the desk; and what such a device has to trust. */
export function EndpointList() {
  const { t } = useTranslation();
  const status = usePlatform((page) => page.status);
  const endpoints = status?.endpoints ?? null;
  const caPath = status?.caPath ?? null;
  if (endpoints === null || caPath === null) return null;
  const lines = [
    ...(Object.keys(names) as (keyof typeof names)[]).map((transport) => ({
      name: names[transport],
      text: endpoints[transport],
    })),
    { name: t('platform.device.authority'), text: caPath },
  ];
  return (
    <section className={`${classes.fact} ${classes.wide}`}>
      <h2>{t('platform.device.endpoints')}</h2>
      <table aria-label={t('platform.device.endpoints')}>
        <tbody>
          {lines.map(({ name, text }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td title={text} className={classes.endpoint}>
                {text}
              </td>
              <td className={classes.about}>
                <CopyButton text={text} name={t('platform.device.copy', { name })} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
