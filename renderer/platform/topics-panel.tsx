import { ActionIcon } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { topicFor } from '../../shared/alibaba/topics.ts';
import type {
  DefinedTopic,
  PlatformDeviceView,
  PlatformProduct,
} from '../../shared/contract/platform.ts';
import { ask } from '../bridge.ts';
import { Failure } from '../components/failure.tsx';
import { errorDetail, explainError } from '../i18n/explain.ts';
import { putDevice, putProduct } from '../stores/platform.ts';
import { TopicForm, type TopicScope } from './topic-form.tsx';
import classes from './topics-panel.module.css';

interface Props {
  readonly device: PlatformDeviceView;
  readonly product: PlatformProduct;
}

/** Topics that the user defined, of the product and of the device alone. */
export function TopicsPanel({ device, product }: Props) {
  const { t } = useTranslation();
  const [failure, setFailure] = useState<unknown>(null);
  const { productKey, deviceName } = device;
  const topicsOf = { product: product.topics, device: device.topics };
  const rows = (['product', 'device'] as const).flatMap((scope) =>
    topicsOf[scope].map((topic) => ({ ...topic, scope })),
  );

  /** Answers whether it succeeded. */
  async function define(scope: TopicScope, topics: DefinedTopic[]): Promise<boolean> {
    setFailure(null);
    try {
      if (scope === 'product')
        putProduct(await ask('platform.setProductTopics', { productKey, topics }));
      else putDevice(await ask('platform.setDeviceTopics', { productKey, deviceName, topics }));
      return true;
    } catch (error) {
      setFailure(error);
      return false;
    }
  }

  return (
    <div className={classes.topics}>
      <TopicForm
        device={device}
        taken={topicsOf}
        onDefine={(scope, topic) => define(scope, [...topicsOf[scope], topic])}
      />
      {failure !== null && (
        <Failure
          text={explainError(failure)}
          detail={errorDetail(failure)}
          detailLabel={t('platform.details')}
        />
      )}
      {rows.length === 0 ? (
        <p className={classes.none}>{t('platform.topics.none')}</p>
      ) : (
        <table className={classes.table} aria-label={t('platform.topics.tab')}>
          <thead>
            <tr>
              <th>{t('platform.topics.topic')}</th>
              <th>{t('platform.topics.permission')}</th>
              <th>{t('platform.topics.scope')}</th>
              <th>
                <span className="visually-hidden">{t('platform.actions')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ scope, pattern, permission }) => (
              <tr key={`${scope} ${pattern}`}>
                <td className={classes.pattern} title={topicFor(pattern, device)}>
                  {pattern}
                </td>
                <td>{t(`platform.topics.permissions.${permission}`)}</td>
                <td>{t(`platform.topics.scopes.${scope}`)}</td>
                <td className={classes.actions}>
                  <ActionIcon
                    aria-label={t('platform.topics.remove', { topic: pattern })}
                    title={t('platform.topics.remove', { topic: pattern })}
                    onClick={() =>
                      void define(
                        scope,
                        topicsOf[scope].filter((topic) => topic.pattern !== pattern),
                      )
                    }
                  >
                    <IconTrash size={15} />
                  </ActionIcon>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}
