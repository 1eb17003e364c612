import { useTranslation } from 'react-i18next';
import { parseClientId } from '../../shared/alibaba/signature.ts';
import type { Comparison } from '../../shared/contract/connection-parameters.ts';
import classes from './parameters.module.css';

interface Props {
  readonly given: Comparison['clientId'];
  readonly ownClientId: string;
}

/** The device's client id part by part, beside the one Tricorder would send. */
export function ClientIdParts({ given, ownClientId }: Props) {
  const { t } = useTranslation();
  const own = parseClientId(ownClientId);
  const theirs = new Map(given.parameters.map(({ name, value }) => [name, value]));
  const names = [...new Set([...theirs.keys(), ...own.params.keys()])];
  const absent = <span className="dimmed">{t('parameters.absent')}</span>;
  return (
    <table className={classes.parts}>
      <caption>{t('parameters.parts')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('parameters.part')}</th>
          <th scope="col">{t('parameters.device')}</th>
          <th scope="col">Tricorder</th>
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row">{t('parameters.idPart')}</th>
          <td>{given.id || absent}</td>
          <td>{own.id}</td>
        </tr>
        {names.map((name) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>{theirs.get(name) ?? absent}</td>
            <td>{own.params.get(name) ?? absent}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
