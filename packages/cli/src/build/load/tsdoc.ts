import type { HandlerDocs } from '@tankard/framework/manifest';

interface Block {
  /** Empty for what stands before the first tag. */
  readonly tag: string;
  readonly text: string;
}

/**
 * What a TSDoc comment says of a handler; nothing where it says nothing.
 *
 * @param comment what stands between its first and its last two characters.
 * @see https://tsdoc.org
 */
export function tsdoc(comment: string): HandlerDocs | undefined {
  const blocks = blocksOf(comment);
  const textOf = (tag: string) =>
    blocks
      .filter((block) => block.tag === tag && block.text !== '')
      .map(({ text }) => text)
      .join('\n\n');
  const [summary = '', ...rest] = textOf('').split(/\n{2,}/);
  const description = [...rest, textOf('remarks')].join('\n\n').trim();
  const throws = blocks.filter(({ tag }) => tag === 'throws').flatMap(thrown);
  const docs: HandlerDocs = {
    ...(summary && { summary: summary.replaceAll('\n', ' ') }),
    ...(description && { description }),
    ...(blocks.some(({ tag }) => tag === 'deprecated') && { deprecated: true }),
    ...(blocks.some(({ tag }) => tag === 'internal') && { internal: true }),
    ...(textOf('returns') && { returns: textOf('returns') }),
    ...(throws.length > 0 && { throws }),
  };
  return Object.keys(docs).length > 0 ? docs : undefined;
}

/** A line that begins with a tag begins a block, unless code is quoted there. */
function blocksOf(comment: string): readonly Block[] {
  const blocks: { tag: string; lines: string[] }[] = [{ tag: '', lines: [] }];
  let quoted = false;
  for (const line of comment.split(/\r?\n/).map(bare)) {
    if (/^\s*```/.test(line)) quoted = !quoted;
    const [, tag, text = ''] = (!quoted && /^\s*@([a-zA-Z]\w*)(?:\s+(.*))?$/.exec(line)) || [];
    if (tag === undefined) blocks.at(-1)?.lines.push(line);
    else blocks.push({ tag, lines: [text] });
  }
  return blocks.map(({ tag, lines }) => ({ tag, text: markdown(lines.join('\n').trim()) }));
}

function bare(line: string): string {
  return line.replace(/^\s*\*? ?/, '').trimEnd();
}

/** Inline tags as Markdown: a link to an address stays one, any other is the name that it shows. */
function markdown(text: string): string {
  return text.replace(/\{@(\w+)\s+([^}]*)\}/g, (_, tag: string, content: string) => {
    const [target = '', shown = target] = content.split('|').map((part) => part.trim());
    if (tag === 'link' && /^https?:/.test(target)) return `[${shown}](${target})`;
    return shown;
  });
}

/** `{@link NotFoundError} when …`, `{NotFoundError} when …` or `NotFoundError when …`. */
function thrown({ text }: Block): { readonly error: string; readonly when: string }[] {
  const [, error, when = ''] = /^\{?([A-Z]\w*)\}?[\s,:–—-]*(.*)$/s.exec(text) ?? [];
  return error === undefined ? [] : [{ error, when }];
}
