import { Tabs } from '@mantine/core';
import { IconAlertTriangleFilled } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { PlatformOwner } from '../../shared/contract/platform.ts';
import { Failure } from '../components/failure.tsx';
import { errorDetail, explainError } from '../i18n/explain.ts';
import { useMisbehaving, useWatchedDevice } from '../stores/use-platform.ts';
import { CloudPanel } from './cloud-panel.tsx';
import { DevicePanel } from './device-panel.tsx';
import { LogPanel } from './log-panel.tsx';
import { MisbehaviourPanel } from './misbehaviour-panel.tsx';
import classes from './platform.module.css';
import { ProductPanel } from './product-panel.tsx';
import { TopicsPanel } from './topics-panel.tsx';

/** The local platform as one of its devices has it: what it knows, and what it can be told to do. */
export function LocalPlatform({ owner }: { owner: PlatformOwner }) {
  const { t } = useTranslation();
  const { device, product, failure } = useWatchedDevice(owner);
  const misbehaves = useMisbehaving(owner) !== null;
  return (
    <section className={classes.region} aria-label={t('platform.region')}>
      {failure !== null && (
        <Failure
          text={explainError(failure)}
          detail={errorDetail(failure)}
          detailLabel={t('platform.details')}
        />
      )}
      {device !== null && product !== null && (
        <Tabs
          orientation="vertical"
          defaultValue="device"
          className={classes.tabs ?? ''}
          classNames={{
            list: classes.tabList ?? '',
            tabLabel: classes.tabLabel ?? '',
            panel: classes.panel ?? '',
          }}
        >
          <Tabs.List aria-label={t('platform.parts')}>
            <Tabs.Tab value="device">{t('platform.device.tab')}</Tabs.Tab>
            <Tabs.Tab value="cloud">{t('platform.cloud.tab')}</Tabs.Tab>
            <Tabs.Tab value="topics">{t('platform.topics.tab')}</Tabs.Tab>
            <Tabs.Tab value="product">{t('platform.product.tab')}</Tabs.Tab>
            <Tabs.Tab
              value="misbehaviour"
              rightSection={
                misbehaves && (
                  <IconAlertTriangleFilled
                    size={13}
                    className={classes.active ?? ''}
                    role="img"
                    aria-label={t('platform.misbehaviour.active')}
                  />
                )
              }
            >
              {t('platform.misbehaviour.tab')}
            </Tabs.Tab>
            <Tabs.Tab value="log">{t('platform.log.tab')}</Tabs.Tab>
          </Tabs.List>
          {/* What changes by itself is not drawn while nobody looks. */}
          <Tabs.Panel value="device" keepMounted={false}>
            <DevicePanel device={device} />
          </Tabs.Panel>
          <Tabs.Panel value="cloud">
            <CloudPanel device={device} product={product} />
          </Tabs.Panel>
          <Tabs.Panel value="topics">
            <TopicsPanel device={device} product={product} />
          </Tabs.Panel>
          <Tabs.Panel value="product">
            <ProductPanel product={product} />
          </Tabs.Panel>
          <Tabs.Panel value="misbehaviour">
            <MisbehaviourPanel owner={owner} />
          </Tabs.Panel>
          <Tabs.Panel value="log" keepMounted={false}>
            <LogPanel owner={owner} />
          </Tabs.Panel>
        </Tabs>
      )}
    </section>
  );
}
