import { useEffect, useRef } from 'react';
import { useLocation } from 'wouter';

/** A new page begins at its top; and where what had the focus is gone with the old one, the page has it, and not the whole window. */
export function useArrival(main: string): void {
  const [path] = useLocation();
  const [, page] = path.split('/');
  // A list stays where it is while one of it after the other is chosen.
  const top = page === 'data' ? path : page;
  const isFirst = useRef(true);
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is the change that counts.
  useEffect(() => void scrollTo(0, 0), [top]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is the change that counts.
  useEffect(() => {
    const isLost = document.activeElement === document.body && !isFirst.current;
    isFirst.current = false;
    if (isLost) document.getElementById(main)?.focus({ preventScroll: true });
  }, [path, main]);
}
