import { createInstance, type i18n as I18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Preferences } from '../../shared/contract/preferences.ts';
import { en, zhCN } from './catalogues.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: typeof en };
  }
}

export type Language = 'en' | 'zh-CN';

/** The page's translator; components read it with `useTranslation()` of react-i18next. */
export const i18n: I18n = createInstance();

/** The language a preference means: `auto` is Chinese where the browser asks for any Chinese. */
export function languageFor(preference: Preferences['language'], browser: string): Language {
  if (preference !== 'auto') return preference;
  return /^zh\b/i.test(browser) ? 'zh-CN' : 'en';
}

/** The language in force; with `useTranslation()` a component is drawn again when it changes. */
export function languageInForce(): Language {
  return i18n.language === 'zh-CN' ? 'zh-CN' : 'en';
}

/** Puts a language in force, in the texts and in `<html lang>`. */
export function applyLanguage(language: Language): void {
  document.documentElement.lang = language;
  if (i18n.language !== language) void i18n.changeLanguage(language);
}

/** Loads both catalogues; texts are there when this returns. */
export function startI18n(language: Language): void {
  void i18n.use(initReactI18next).init({
    resources: { en: { translation: en }, 'zh-CN': { translation: zhCN } },
    lng: language,
    fallbackLng: 'en',
    initAsync: false,
    // React escapes what it renders.
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  });
  applyLanguage(language);
}

/**
 * Translates a key made at run time (a finding's rule, a notice's code), which the typed `t` cannot
 * know; answers with the key itself where no catalogue has it.
 */
export function textFor(key: string, values: Record<string, string | number> = {}): string {
  const translate = i18n.t as (key: string, values: Record<string, string | number>) => string;
  return translate(key, values);
}
