import type { HandlerDocs } from '@tankard/framework/manifest';
import type MagicString from 'magic-string';
import type { Node } from 'oxc-parser';
import { type DeclaringCall, declaringCall, mountReceiver } from '../source/calls.ts';
import { declaredName } from '../source/declared-name.ts';
import { linesOf } from '../source/lines.ts';
import type { Parsed } from '../source/parse.ts';
import { walk } from '../source/walk.ts';
import { commentsOf } from './comments.ts';
import { tsdoc } from './tsdoc.ts';

/** The name under which marked code finds {@link markerSource}. */
const MARKER = '__tankardAt';

/**
 * What `__tankardAt` is: hands the name and place to an App or a Feature and leaves anything else as it is.
 * A function, so that it may stand anywhere in the file or bundle that calls it.
 */
export const markerSource = `function ${MARKER}(target, at) {
  const view = target?.[Symbol.for('tankard.at')];
  return typeof view === 'function' ? view.call(target, at) : target;
}`;

/**
 * Writes the name and the place of each declaration into the code, and what the comment above says: `app.route(…)` becomes
 * `__tankardAt(app, { name, file, line, docs }).route(…)`. Lines stay where they are.
 *
 * @param code - the file's text, which is written to
 * @param file - what the places call this file, relative to the project
 */
export function mark(code: MagicString, parsed: Parsed, file: string): void {
  const { lineOf } = linesOf(parsed.source);
  const commentOf = commentsOf(parsed);
  walk(parsed.program, (node, ancestors) => {
    const mounting = mountReceiver(node);
    if (mounting) {
      code.appendLeft(mounting.start, `${MARKER}(`);
      code.appendRight(mounting.end, `, ${JSON.stringify({ file, line: lineOf(node.start) })})`);
    }
    const declaring = declaringCall(node);
    if (!declaring) return;
    const { receiver, call } = declaring;
    const said =
      declaring.kind === 'handler'
        ? { name: declaredName(call, ancestors), docs: docsOf(commentOf(call, ancestors)) }
        : {};
    const at = JSON.stringify({ ...said, file, line: lineOf(call.start) });
    code.appendLeft(receiver.start, `${opening(declaring, ancestors)}${MARKER}(`);
    code.appendRight(receiver.end, `, ${at})`);
    if (isDecorator(ancestors.at(-1))) code.appendRight(call.end, ')');
  });
}

/** A decorator may be a call of a plain name only, unless it stands in parentheses. */
function opening({ call }: DeclaringCall, ancestors: readonly Node[]): string {
  const parent = ancestors.at(-1);
  return isDecorator(parent) && parent.expression === call ? '(' : '';
}

function isDecorator(node: Node | undefined): node is Extract<Node, { type: 'Decorator' }> {
  return node?.type === 'Decorator';
}

function docsOf(comment: string | undefined): HandlerDocs | undefined {
  return comment === undefined ? undefined : tsdoc(comment);
}
