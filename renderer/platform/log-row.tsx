import { Tooltip } from '@mantine/core';
import { IconArrowLeft, IconArrowRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { PlatformLogLine } from '../../shared/contract/platform.ts';
import { formatClock } from '../components/clock.ts';
import { codeTexts } from './log-code.ts';
import classes from './log-panel.module.css';

const arrows = { up: IconArrowRight, down: IconArrowLeft, none: null } as const;

interface Props {
  readonly line: PlatformLogLine;
  readonly withDevice: boolean;
}

/** One line of the platform's log; its code says on hover and focus what to think of. */
export function LogRow({ line, withDevice }: Props) {
  const { t } = useTranslation();
  const { code, message, direction, time, productKey, deviceName } = line;
  const { name, why } = codeTexts(code, message.text);
  const Arrow = arrows[direction];
  return (
    <tr data-problem={code !== 200}>
      <td className={classes.time}>{formatClock(time * 1000)}</td>
      <td>
        {Arrow && (
          <Arrow size={14} role="img" aria-label={t(`platform.log.directions.${direction}`)} />
        )}
      </td>
      {withDevice && <td title={productKey}>{deviceName || '–'}</td>}
      <td>
        <Tooltip
          label={why}
          disabled={why === ''}
          multiline
          w={320}
          events={{ hover: true, focus: true, touch: true }}
        >
          <span className={classes.code} tabIndex={why === '' ? undefined : 0}>
            {code} {name}
          </span>
        </Tooltip>
      </td>
      <td className={classes.message}>
        {message.text}
        {message.hidden > 0 && ` … +${message.hidden}`}
      </td>
    </tr>
  );
}
