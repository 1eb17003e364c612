import { Button, Checkbox, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlatformLogLine, PlatformOwner } from '../../shared/contract/platform.ts';
import { Failure } from '../components/failure.tsx';
import { formatCount } from '../components/format.ts';
import { errorDetail, explainError } from '../i18n/explain.ts';
import { usePlatformLog } from '../stores/use-platform.ts';
import { codeTexts } from './log-code.ts';
import classes from './log-panel.module.css';
import { LogRow } from './log-row.tsx';

/** Lines that are drawn at first, and with each press of the button below them. */
const PAGE = 200;

/** `all`, `problems`, or a code. */
type CodeFilter = string;

function passes({ code }: PlatformLogLine, wanted: CodeFilter): boolean {
  if (wanted === 'all') return true;
  return wanted === 'problems' ? code !== 200 : String(code) === wanted;
}

/** The platform's own log, the newest line first, each code with what it means. */
export function LogPanel({ owner }: { owner: PlatformOwner }) {
  const { t, i18n } = useTranslation();
  const { log, failure } = usePlatformLog();
  const [everyDevice, setEveryDevice] = useState(false);
  const [wanted, setWanted] = useState<CodeFilter>('all');
  const [drawn, setDrawn] = useState(PAGE);
  const lines = log?.lines ?? [];
  const own = everyDevice
    ? lines
    : lines.filter(
        ({ productKey, deviceName }) =>
          productKey === owner.productKey && deviceName === owner.deviceName,
      );
  const shown = own.filter((line) => passes(line, wanted)).reverse();
  const codes = [...new Set(own.map(({ code }) => code))].sort((one, other) => one - other);
  const number = (count: number) => formatCount(count, i18n.language);
  const lost = log === null ? 0 : log.total - lines.length;

  return (
    <div className={classes.log}>
      <div className={classes.head}>
        <NativeSelect
          aria-label={t('platform.log.filter')}
          value={wanted}
          data={[
            { value: 'all', label: t('platform.log.all') },
            { value: 'problems', label: t('platform.log.problems') },
            ...codes.map((code) => ({
              value: String(code),
              label: `${code} ${nameOf(own, code)}`.trim(),
            })),
          ]}
          onChange={(event) => setWanted(event.currentTarget.value)}
        />
        <Checkbox
          label={t('platform.log.everyDevice')}
          checked={everyDevice}
          onChange={(event) => setEveryDevice(event.currentTarget.checked)}
        />
        <span role="status" aria-label={t('platform.log.counted')} className={classes.count}>
          {t('platform.log.count', { count: shown.length, number: number(shown.length) })}
          {lost > 0 && ` · ${t('platform.log.lost', { count: lost, number: number(lost) })}`}
        </span>
      </div>
      {failure !== null && (
        <Failure
          text={explainError(failure)}
          detail={errorDetail(failure)}
          detailLabel={t('platform.details')}
        />
      )}
      {shown.length === 0 ? (
        <p className={classes.none}>{t('platform.log.none')}</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and must do so by keyboard
        <section className={classes.scroll} aria-label={t('platform.log.tab')} tabIndex={0}>
          <table className={classes.table} aria-label={t('platform.log.tab')}>
            <thead>
              <tr>
                <th>{t('platform.log.time')}</th>
                <th>{t('platform.log.direction')}</th>
                {everyDevice && <th>{t('platform.log.device')}</th>}
                <th>{t('platform.log.code')}</th>
                <th>{t('platform.log.message')}</th>
              </tr>
            </thead>
            <tbody>
              {shown.slice(0, drawn).map((line) => (
                <LogRow key={line.number} line={line} withDevice={everyDevice} />
              ))}
            </tbody>
          </table>
          {shown.length > drawn && (
            <Button variant="default" size="compact-xs" onClick={() => setDrawn(drawn + PAGE)}>
              {t('platform.log.more', { number: number(shown.length - drawn) })}
            </Button>
          )}
        </section>
      )}
    </div>
  );
}

/** What a code means in the first line that has it. */
function nameOf(lines: readonly PlatformLogLine[], code: number): string {
  const line = lines.find((one) => one.code === code);
  return codeTexts(code, line?.message.text ?? '').name;
}
