import { useLayoutEffect, useState } from 'react';
import { useApp } from './use-app.ts';

/** CSS pixels of a rem at which a drawing has the size that it is made in. */
const REM = 16;

/** How much larger than made a drawing is to be, so that its texts are as large as all others. */
export function useTextScale(): number {
  const fontSize = useApp(({ preferences }) => preferences.fontSize);
  const [scale, setScale] = useState(1);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the preference changes the rem
  useLayoutEffect(() => {
    const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
    setScale(rem / REM);
  }, [fontSize]);
  return scale;
}
