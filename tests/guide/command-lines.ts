import { blocksOf, type Page } from './pages.ts';

/** The words of every `tankard …` in a page's shell blocks. */
export function commandLines(page: Page): readonly (readonly string[])[] {
  return blocksOf(page, 'sh')
    .flatMap(({ text }) => text.replaceAll(/\\\n\s*/g, ' ').split('\n'))
    .map((line) => line.replace(/\s+#.*$/, '').trim())
    .flatMap((line) => /^(?:npx )?tankard(?: (.*))?$/.exec(line)?.[1] ?? [])
    .map((words) =>
      [...words.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? ''),
    );
}
