import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CONTROL_PATH } from '../endpoint/control-path.ts';

/** Where a running `tankard local` can be reached, as its project's folder says it. */
export interface SessionFile {
  readonly pid: number;
  readonly url: string;
  readonly endpoint: string;
}

/** The folder below a project that holds everything that local keeps. */
export function localFolder(project: string): string {
  return join(project, '.tankard', 'local');
}

const fileOf = (project: string) => join(localFolder(project), 'session.json');

export async function writeSession(project: string, session: SessionFile): Promise<void> {
  await mkdir(localFolder(project), { recursive: true });
  await writeFile(fileOf(project), `${JSON.stringify(session, null, 2)}\n`);
}

export async function removeSession(project: string): Promise<void> {
  await rm(fileOf(project), { force: true });
}

/** Header that our own requests carry: a web page cannot send it to another origin without asking first. */
export const CONTROL_HEADER = 'x-tankard-control';

/** The session that runs in a project, asked whether it still does: the file outlives one that was killed. */
export async function runningSession(project: string): Promise<SessionFile | undefined> {
  try {
    const session: SessionFile = JSON.parse(await readFile(fileOf(project), 'utf8'));
    const response = await fetch(`${session.endpoint}${CONTROL_PATH}session`, {
      headers: { [CONTROL_HEADER]: '1' },
      signal: AbortSignal.timeout(2_000),
    });
    const answer = (await response.json()) as Partial<SessionFile>;
    return answer.pid === session.pid ? session : undefined;
  } catch {
    return undefined;
  }
}
