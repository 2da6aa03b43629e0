import { styleText } from 'node:util';
import type { Form } from './form.ts';

/** Marks a piece of text; plain forms give it back as it is. */
export type Paint = (text: string) => string;

/** The few marks that reports use. */
export interface Style {
  readonly strong: Paint;
  readonly faint: Paint;
  readonly good: Paint;
  readonly bad: Paint;
  readonly warn: Paint;
}

const plain: Paint = (text) => text;

/** The marks of a form: escape sequences on a terminal, nothing elsewhere. */
export function styleOf(form: Form): Style {
  if (form !== 'tty') return { strong: plain, faint: plain, good: plain, bad: plain, warn: plain };
  return {
    strong: paint('bold'),
    faint: paint('dim'),
    good: paint('green'),
    bad: paint('red'),
    warn: paint('yellow'),
  };
}

// The form has decided already whether the stream takes colour, so styleText need not look again.
function paint(format: Parameters<typeof styleText>[0]): Paint {
  return (text) => styleText(format, text, { validateStream: false });
}
