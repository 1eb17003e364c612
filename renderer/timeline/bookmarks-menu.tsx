import { ActionIcon, Menu } from '@mantine/core';
import { IconBookmark, IconFilter } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useBookmarks } from '../stores/bookmarks.ts';
import { withTerm } from '../stores/view/filter-terms.ts';
import type { FilterText } from '../stores/view/filter-text.ts';
import type { View } from '../stores/view/view.ts';
import { BookmarkTitle } from './bookmark-title.tsx';
import classes from './bookmarks.module.css';

interface Props {
  readonly captureId: string;
  readonly view: View;
  readonly filterText: FilterText;
  onSelect(row: number): void;
}

/** The bookmarks of a capture, to go to one or to filter for all of them. */
export function BookmarksMenu({ captureId, view, filterText, onSelect }: Props) {
  const { t } = useTranslation();
  const bookmarks = useBookmarks(captureId);
  const filter = () =>
    filterText.set(withTerm(filterText.store.getState().inForce, 'is:bookmarked'));
  return (
    <Menu position="bottom-end" portalProps={{ target: 'main' }}>
      <Menu.Target>
        <ActionIcon
          variant="default"
          aria-label={t('timeline.bookmarks')}
          title={t('timeline.bookmarks')}
        >
          <IconBookmark size={14} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown className={classes.list}>
        {bookmarks.length === 0 ? (
          <Menu.Label>{t('timeline.noBookmarks')}</Menu.Label>
        ) : (
          <>
            {bookmarks.map((bookmark) => (
              <Menu.Item
                key={bookmark.row}
                classNames={{ itemLabel: classes.label }}
                onClick={() => onSelect(bookmark.row)}
              >
                <BookmarkTitle view={view} bookmark={bookmark} />
              </Menu.Item>
            ))}
            <Menu.Divider />
            <Menu.Item leftSection={<IconFilter size={14} aria-hidden />} onClick={filter}>
              {t('timeline.onlyBookmarks')}
            </Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
