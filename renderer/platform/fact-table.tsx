import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { ShownText } from '../../shared/contract/platform.ts';
import { formatCount } from '../components/format.ts';
import classes from './device-panel.module.css';

interface Props {
  readonly title: string;
  /** What to say where there is nothing. */
  readonly none: string;
  readonly rows: readonly {
    readonly name: string;
    readonly value: ShownText;
    /** When, or which version; may be empty. */
    readonly about: string;
  }[];
}

/** Named values of a device, each with when or which. */
export function FactTable({ title, none, rows }: Props) {
  const { t, i18n } = useTranslation();
  const id = useId();
  return (
    <section className={classes.fact}>
      <h2 id={id}>{title}</h2>
      {rows.length === 0 ? (
        <p className="dimmed">{none}</p>
      ) : (
        <table aria-labelledby={id}>
          <tbody>
            {rows.map(({ name, value, about }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td>
                  {value.text}
                  {value.hidden > 0 && (
                    <span className="dimmed">
                      {' '}
                      {t('platform.moreCharacters', {
                        count: value.hidden,
                        number: formatCount(value.hidden, i18n.language),
                      })}
                    </span>
                  )}
                </td>
                <td className={classes.about}>{about}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
