import { Button, CloseButton, TextInput } from '@mantine/core';
import { IconFileImport, IconSearch } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Capture } from '../../shared/contract/packets.ts';
import { ask } from '../bridge.ts';
import { ConfirmDialog } from '../components/confirm-dialog.tsx';
import { formatGibibytes } from '../components/format.ts';
import { explainError } from '../i18n/explain.ts';
import { openImport } from '../stores/dialogs.ts';
import { forgetTab } from '../stores/tabs.ts';
import { useApp } from '../stores/use-app.ts';
import { CaptureRow } from './capture-row.tsx';
import classes from './captures.module.css';
import { filterCaptures } from './filter-captures.ts';
import { RenameDialog } from './rename-dialog.tsx';
import { useFileDrop } from './use-file-drop.ts';

/** With more captures than this there is a search. */
const SEARCH_ABOVE = 8;
/** Rows shown at first, and added by each wish for more. */
const ROWS = 100;

/**
 * Captures that no session writes to, the newest first.
 *
 * @param deviceId the device whose captures to list; null for all, which adds their endpoints and
 *   lets files be imported
 */
export function PastCaptures({ deviceId }: { deviceId: string | null }) {
  const { t, i18n } = useTranslation();
  const captures = useApp((state) => state.captures);
  const budget = useApp(({ preferences }) => preferences.captureBudget);
  const [search, setSearch] = useState('');
  const [rows, setRows] = useState(ROWS);
  const [renaming, setRenaming] = useState<Capture | null>(null);
  const [deleting, setDeleting] = useState<Capture | null>(null);
  const { isOver, handlers } = useFileDrop(openImport);
  const clock = useMemo(
    () => new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'medium' }),
    [i18n.language],
  );
  const timeOf = ({ startedAt }: Capture) => clock.format(startedAt);
  const past = captures
    .filter((capture) => !capture.live && (!deviceId || capture.deviceId === deviceId))
    .sort((a, b) => b.startedAt - a.startedAt);
  const found = filterCaptures(past, search, timeOf);
  const more = Math.min(ROWS, found.length - rows);

  return (
    <section
      className={classes.past}
      aria-labelledby="past-captures"
      data-over={isOver}
      {...(deviceId ? {} : handlers)}
    >
      <header className={classes.header}>
        <h2 id="past-captures">{t('captures.title')}</h2>
        {(past.length > SEARCH_ABOVE || search !== '') && (
          <TextInput
            type="search"
            className={classes.search}
            aria-label={t('captures.search')}
            placeholder={t('captures.search')}
            value={search}
            onChange={(event) => setSearch(event.currentTarget.value)}
            leftSection={<IconSearch size={14} />}
            rightSection={
              search && (
                <CloseButton aria-label={t('captures.clearSearch')} onClick={() => setSearch('')} />
              )
            }
          />
        )}
        {!deviceId && (
          <Button
            variant="default"
            leftSection={<IconFileImport size={14} />}
            onClick={() => openImport(null)}
          >
            {t('captures.import.open')}
          </Button>
        )}
      </header>
      {past.length === 0 && (
        <p className="dimmed">
          {t('captures.none', { budget: formatGibibytes(budget, i18n.language) })}
        </p>
      )}
      {past.length > 0 && found.length === 0 && (
        <p className="dimmed">{t('captures.noneFound', { search })}</p>
      )}
      {found.length > 0 && (
        <table>
          <thead>
            <tr>
              <th scope="col">{t('captures.columns.name')}</th>
              {!deviceId && <th scope="col">{t('captures.columns.endpoint')}</th>}
              <th scope="col">{t('captures.columns.started')}</th>
              <th scope="col" className={classes.number}>
                {t('captures.columns.packets')}
              </th>
              <th scope="col" className={classes.number}>
                {t('captures.columns.size')}
              </th>
              <th scope="col">
                <span className="visually-hidden">{t('captures.columns.actions')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {found.slice(0, rows).map((capture) => (
              <CaptureRow
                key={capture.id}
                capture={capture}
                time={timeOf(capture)}
                withEndpoint={!deviceId}
                onRename={() => setRenaming(capture)}
                onDelete={() => setDeleting(capture)}
              />
            ))}
          </tbody>
        </table>
      )}
      {more > 0 && (
        <Button variant="default" mt="sm" onClick={() => setRows(rows + ROWS)}>
          {t('captures.more', { count: more, number: found.length - rows })}
        </Button>
      )}
      {renaming && <RenameDialog capture={renaming} onClose={() => setRenaming(null)} />}
      {deleting && (
        <ConfirmDialog
          title={t('captures.deleteTitle')}
          text={t('captures.deleteText', { label: deleting.label, time: timeOf(deleting) })}
          confirm={t('captures.deleteConfirm')}
          cancel={t('captures.cancel')}
          explain={explainError}
          onConfirm={async () => {
            await ask('captures.delete', { captureId: deleting.id });
            forgetTab(deleting.id);
          }}
          onClose={() => setDeleting(null)}
        />
      )}
    </section>
  );
}
