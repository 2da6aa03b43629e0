import type { ConsoleSources } from '../sources.ts';
import { appActions } from './app-actions.ts';
import { dataActions } from './data-actions.ts';
import { queueActions } from './queue-actions.ts';
import { requestAction } from './request-action.ts';
import { runActions } from './run-actions.ts';
import { sendActions } from './send-actions.ts';

export interface Asked {
  /** The second part of the path: `/api/tables/NAME`. */
  readonly name: string;
  readonly query: URLSearchParams;
  /** The JSON that came along. */
  readonly body: unknown;
}

/** Answers one kind of request with what becomes JSON. */
export type Action = (sources: ConsoleSources, asked: Asked) => Promise<unknown>;

/** By method, kind and verb: `POST runs again` is `POST /api/runs/NAME/again`. Only POST changes anything. */
export const ACTIONS: Readonly<Record<string, Action>> = {
  ...appActions,
  ...runActions,
  ...dataActions,
  ...queueActions,
  ...sendActions,
  'POST request': requestAction,
};
