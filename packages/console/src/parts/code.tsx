import { useMemo } from 'react';
import { Scroll } from './scroll.tsx';

/** JSON text, set out in lines; any other text as it is. */
export function Code({ text, label }: { readonly text: string; readonly label: string }) {
  const shown = useMemo(() => pretty(text), [text]);
  return (
    <Scroll className="code" label={label}>
      {shown}
    </Scroll>
  );
}

export function pretty(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
