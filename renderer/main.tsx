import './zod-without-eval.ts';
import '@fontsource-variable/inter/index.css';
import '@fontsource-variable/jetbrains-mono/index.css';
import '@mantine/core/styles.css';
import './theme/tokens.css';
import './theme/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.tsx';
import { refuseDrops } from './app/refuse-drops.ts';
import { applyLanguage, languageFor, startI18n } from './i18n/setup.ts';
import { appStore, startApp } from './stores/app-store.ts';
import { applyTextPreferences } from './stores/apply-text-preferences.ts';
import { watchExports } from './stores/exports.ts';
import { startPlatformNews } from './stores/platform.ts';
import { keepDragsOfClosingPage } from './stores/preferences.ts';
import { startThingModels } from './stores/thing-models.ts';
import { ThemeProvider } from './theme/theme-provider.tsx';

const preferredLanguage = () =>
  languageFor(appStore.getState().preferences.language, navigator.language);

startI18n(preferredLanguage());
appStore.subscribe(({ preferences }, before) => {
  if (preferences.language !== before.preferences.language) applyLanguage(preferredLanguage());
});
applyTextPreferences();
startApp();
watchExports();
startPlatformNews();
startThingModels();
refuseDrops();
keepDragsOfClosingPage();

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <ThemeProvider>
      <App />
    </ThemeProvider>
  </StrictMode>,
);
