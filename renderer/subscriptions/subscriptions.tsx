import { useTranslation } from 'react-i18next';
import type { Session } from '../../shared/contract/sessions.ts';
import { SubscribeForm } from './subscribe-form.tsx';
import { SubscriptionRow } from './subscription-row.tsx';
import classes from './subscriptions.module.css';

/** The topic filters of a session: what was asked for, what was granted, what came. */
export function Subscriptions({ session }: { session: Session }) {
  const { t } = useTranslation();
  const { subscriptions } = session;
  return (
    <section className={classes.subscriptions} aria-label={t('subscriptions.region')}>
      <SubscribeForm session={session} />
      {subscriptions.length === 0 ? (
        <p className={classes.none}>{t('subscriptions.none')}</p>
      ) : (
        <table className={classes.table}>
          <thead>
            <tr>
              <th>{t('subscriptions.filter')}</th>
              <th>{t('subscriptions.requested')}</th>
              <th>{t('subscriptions.granted')}</th>
              <th className={classes.number}>{t('subscriptions.messages')}</th>
              <th>
                <span className="visually-hidden">{t('subscriptions.actions')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {subscriptions.map((subscription) => (
              <SubscriptionRow
                key={subscription.filter}
                session={session}
                subscription={subscription}
              />
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
