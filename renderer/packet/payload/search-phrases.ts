import type { TFunction } from 'i18next';

/** The texts of CodeMirror's search panel, by its English ones. */
export function searchPhrases(t: TFunction): Record<string, string> {
  return {
    Find: t('packet.search.find'),
    next: t('packet.search.next'),
    previous: t('packet.search.previous'),
    all: t('packet.search.all'),
    'match case': t('packet.search.matchCase'),
    regexp: t('packet.search.regexp'),
    'by word': t('packet.search.byWord'),
    close: t('packet.search.close'),
    'current match': t('packet.search.currentMatch'),
    'on line': t('packet.search.onLine'),
    'Fold line': t('packet.search.foldLine'),
    'Unfold line': t('packet.search.unfoldLine'),
    'folded code': t('packet.search.foldedCode'),
    unfold: t('packet.search.unfold'),
  };
}
