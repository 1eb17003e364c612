import inter from '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?url';
import mono from '@fontsource-variable/jetbrains-mono/files/jetbrains-mono-latin-wght-normal.woff2?url';

/**
 * The style sheet of a picture: its fonts, inlined. Latin only; Chinese is the system's, here as on
 * the screen.
 */
export async function fontFaces(): Promise<string> {
  const faces = [
    ['Inter Variable', inter],
    ['JetBrains Mono Variable', mono],
  ] as const;
  const rules = faces.map(async ([family, url]) => {
    const font = await dataUrl(await (await fetch(url)).blob());
    return `@font-face{font-family:'${family}';font-weight:100 900;src:url(${font}) format('woff2')}`;
  });
  return (await Promise.all(rules)).join('');
}

function dataUrl(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(blob);
  });
}
