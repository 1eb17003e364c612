/**
 * Answers a function that tells what is new: at once, or, when that was less than so many milliseconds
 * ago, as soon as they are over. However often it is called meanwhile, it is told once.
 */
export function paced(tell: () => void, milliseconds: number): () => void {
  let timer: NodeJS.Timeout | null = null;
  let isDue = false;
  return function due(): void {
    isDue = timer !== null;
    if (isDue) return;
    tell();
    timer = setTimeout(() => {
      timer = null;
      if (isDue) due();
    }, milliseconds);
  };
}
