import { ActionIcon, Menu } from '@mantine/core';
import { IconClock, IconStopwatch } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { timeFormats } from '../../shared/contract/preferences.ts';
import { setPreferences } from '../stores/preferences.ts';
import { useApp } from '../stores/use-app.ts';
import { setTimeReference, useTimeReference } from '../stores/view/time-reference.ts';

/** The choice while times are measured from a packet. */
const REFERENCE = 'reference';

/** How times are written: by a preference, or measured from a packet until another choice is made. */
export function TimesMenu({ captureId }: { captureId: string }) {
  const { t } = useTranslation();
  const preferred = useApp(({ preferences }) => preferences.times);
  const reference = useTimeReference(captureId);

  function choose(value: string): void {
    const chosen = timeFormats.find((each) => each === value);
    if (chosen === undefined) return;
    setTimeReference(captureId, null);
    setPreferences({ times: chosen });
  }

  const Icon = preferred === 'absolute' && !reference ? IconClock : IconStopwatch;
  return (
    <Menu position="bottom-end" portalProps={{ target: 'main' }}>
      <Menu.Target>
        <ActionIcon variant="default" aria-label={t('timeline.times')} title={t('timeline.times')}>
          <Icon size={14} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.RadioGroup value={reference ? REFERENCE : preferred} onChange={choose}>
          {timeFormats.map((value) => (
            <Menu.RadioItem key={value} value={value} closeMenuOnClick>
              {t(`timeline.${value}`)}
            </Menu.RadioItem>
          ))}
          {reference && (
            <Menu.RadioItem value={REFERENCE}>
              {t('timeline.sinceNumber', { number: reference.row + 1 })}
            </Menu.RadioItem>
          )}
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  );
}
