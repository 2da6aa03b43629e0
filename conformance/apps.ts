import { join } from 'node:path';
import {
  corpusParameters,
  everySourceParameters,
  mailerParameters,
  recruitingParameters,
} from './app-parameters.ts';

/** One packaged form of an app that every judge sees. */
export interface PackagedApp {
  readonly name: string;
  readonly project: string;
  readonly stage: string;
  readonly format: 'yaml' | 'json';
  /** Values of its own parameters. */
  readonly parameters: Readonly<Record<string, string>>;
}

const root = join(import.meta.dirname, '..');

export const apps: readonly PackagedApp[] = [
  {
    name: 'group-mailer',
    project: 'examples/group-mailer',
    stage: 'dev',
    format: 'yaml',
    parameters: mailerParameters,
  },
  {
    name: 'recruiting',
    project: 'examples/recruiting',
    stage: 'dev',
    format: 'yaml',
    parameters: recruitingParameters,
  },
  {
    name: 'every-source',
    project: 'packages/cli/fixtures/every-source',
    stage: 'dev',
    format: 'yaml',
    parameters: everySourceParameters,
  },
  {
    name: 'every-source-rest',
    project: 'packages/cli/fixtures/every-source',
    stage: 'rest',
    format: 'json',
    parameters: everySourceParameters,
  },
  {
    name: 'every-source-domain',
    project: 'packages/cli/fixtures/every-source',
    stage: 'domain',
    format: 'json',
    parameters: everySourceParameters,
  },
  {
    name: 'every-source-edge',
    project: 'packages/cli/fixtures/every-source',
    stage: 'edge',
    format: 'yaml',
    parameters: everySourceParameters,
  },
  {
    name: 'every-source-layer',
    project: 'packages/cli/fixtures/every-source',
    stage: 'layer',
    format: 'yaml',
    parameters: everySourceParameters,
  },
];

/** Each target's answers for pages of other origins: their templates are judged. */
export const originsApps = ['alike', 'rest', 'url-alike'].map(
  (stage): PackagedApp => ({
    name: `origins-${stage}`,
    project: 'packages/cli/fixtures/origins',
    stage,
    format: 'yaml',
    parameters: {},
  }),
);

/** Answers that are sent as they are made, of each target that has them: their templates are judged, and their zips run. */
export const streamingApps = ['rest', 'url'].map(
  (stage): PackagedApp => ({
    name: `streaming-${stage}`,
    project: 'packages/cli/fixtures/streaming',
    stage,
    format: 'yaml',
    parameters: {},
  }),
);

/** A handler for each way to ask AWS: its policies are judged, and nothing walks through it. */
export const corpus: PackagedApp = {
  name: 'corpus',
  project: 'packages/cli/src/policy/testing/corpus/one-each',
  stage: 'dev',
  format: 'json',
  parameters: corpusParameters,
};

export const projectFolder = (app: PackagedApp): string => join(root, app.project);

/** Where `tankard package` writes the app. */
export const outputFolder = (app: PackagedApp): string => join(root, '.conformance', 'out', app.name);

export const templateFile = (app: PackagedApp): string => join(outputFolder(app), `template.${app.format}`);

/** What the app declares, as `tankard manifest` prints it. */
export const manifestFile = (app: PackagedApp): string =>
  join(root, '.conformance', 'out', `${app.name}.manifest.json`);

export function packagedApp(name: string): PackagedApp {
  const app = [...apps, ...originsApps, ...streamingApps, corpus].find((each) => each.name === name);
  if (!app) throw new Error(`There is no app '${name}'.`);
  return app;
}
