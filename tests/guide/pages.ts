import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');

/** One page of the documentation. */
export interface Page {
  /** Below the repository: `docs/guide/route.md`. */
  readonly path: string;
  readonly text: string;
}

/** A fenced block of a page. */
export interface Block {
  readonly language: string;
  readonly text: string;
}

/** A table below a heading that ends in the name of a type: its first column lists what the type has. */
export interface TypeTable {
  readonly type: string;
  readonly members: readonly string[];
}

/** The pages in a folder of `docs`, in the order of their names. */
export function pagesIn(folder: string): readonly Page[] {
  return readdirSync(join(root, folder))
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map((name) => readPage(`${folder}/${name}`));
}

export function readPage(path: string): Page {
  return { path, text: readFileSync(join(root, path), 'utf8') };
}

/** The fenced blocks of one language. */
export function blocksOf({ text }: Page, language: string): readonly Block[] {
  return [...text.matchAll(/^```(\w+)\n(.*?)^```$/gms)]
    .map(([, name = '', body = '']) => ({ language: name, text: body }))
    .filter((block) => block.language === language);
}

/** Tables below headings such as ``## Options: `S3Options` ``. */
export function typeTables({ text }: Page): readonly TypeTable[] {
  return text.split(/^(?=#+ )/m).flatMap((section) => {
    const type = /^#+ .*`(\w+)`$/m.exec(section.split('\n', 1)[0] ?? '')?.[1];
    const rows = [...section.matchAll(/^\| (`.*?`) \|/gm)].map(([, cell = '']) => cell);
    if (type === undefined || rows.length === 0) return [];
    const members = rows.flatMap((cell) => [...cell.matchAll(/`([\w$]+)/g)].map(([, name = '']) => name));
    return [{ type, members }];
  });
}

/** Where a page points to in the repository. */
export interface Link {
  /** Relative to the page's own folder; empty for the page itself. */
  readonly file: string;
  /** The heading's anchor, where the link names one. */
  readonly anchor: string | undefined;
}

export function linksOf({ text }: Page): readonly Link[] {
  return [...prose(text).matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, link = '']) => link)
    .filter((link) => !/^https?:/.test(link))
    .map((link) => {
      const [file = '', anchor] = link.split('#');
      return { file, anchor };
    });
}

/** The anchors of a page's headings, as code hosts make them. */
export function anchorsOf({ text }: Page): readonly string[] {
  return [...prose(text).matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\w\s-]/g, '')
      .replaceAll(' ', '-'),
  );
}

const prose = (text: string) => text.replaceAll(/^```.*?^```$/gms, '');
