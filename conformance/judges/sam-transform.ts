import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { installed } from '../environment.ts';

/** Translates a SAM template as CloudFormation would, and gives the path of the result. Throws where SAM refuses it. */
export function samTransform(template: string, target: string): string {
  const source = `${target}.in.json`;
  writeFileSync(source, JSON.stringify(parse(readFileSync(template, 'utf8'))));
  const python = join(installed('VALIDATORS'), 'bin', 'python');
  const translate = join(import.meta.dirname, '..', 'python', 'translate.py');
  const done = spawnSync(python, [translate, source, target], { encoding: 'utf8' });
  if (done.status !== 0) throw new Error(`SAM refuses ${template}:\n${done.stderr}`);
  return target;
}
