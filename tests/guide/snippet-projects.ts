import { blocksOf, type Page } from './pages.ts';

/** What the code of a page makes, when it is put together in the order in which it is read. */
export interface SnippetProject {
  /** `route-1`. */
  readonly name: string;
  /** Text by path. */
  readonly files: ReadonlyMap<string, string>;
}

/**
 * Puts the code of pages together. A block belongs to `src/app.ts`, or to the file that its first line names
 * (`// src/service.ts`); one that makes an App begins a project, and what follows it on the page is added to that.
 *
 * @throws Error for code that stands before the App of its page
 */
export function snippetProjects(pages: readonly Page[]): readonly SnippetProject[] {
  return pages.flatMap((page) => {
    const projects: { name: string; files: Map<string, string> }[] = [];
    for (const { text } of blocksOf(page, 'ts')) {
      if (text.includes('new App(')) {
        const stem = page.path.replace(/^.*\/|\.md$/g, '').toLowerCase();
        projects.push({ name: `${stem.replace(/\.md$/, '')}-${projects.length + 1}`, files: new Map() });
      }
      const project = projects.at(-1);
      if (!project) throw new Error(`${page.path} has code before its App:\n${text}`);
      const file = /^\/\/ (\S+\.ts)\n/.exec(text)?.[1] ?? 'src/app.ts';
      project.files.set(file, (project.files.get(file) ?? '') + text);
    }
    return projects;
  });
}
