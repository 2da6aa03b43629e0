import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { allowanceFor, allowances } from './allowed-findings.ts';
import { apps, originsApps, outputFolder, streamingApps, templateFile } from './apps.ts';
import { cfnLint } from './judges/cfn-lint.ts';
import type { Finding } from './judges/finding.ts';
import { parliament } from './judges/parliament.ts';
import { policiesOf, type TemplateShape } from './judges/policies-of.ts';
import { samTransform } from './judges/sam-transform.ts';
import { templateRules } from './judges/template-rules.ts';

const all: Finding[] = [];
const judged = [...apps, ...originsApps, ...streamingApps];
const unexplained = (findings: readonly Finding[]) => {
  all.push(...findings);
  return findings.filter((finding) => !allowanceFor(finding));
};

const translatedFile = (name: string) =>
  join(import.meta.dirname, '..', '.conformance', 'out', `${name}.translated.json`);
let byAwsRules: ReadonlyMap<string, readonly Finding[]>;

beforeAll(() => {
  const translated = judged.map((app) => samTransform(templateFile(app), translatedFile(app.name)));
  byAwsRules = templateRules([...judged.map(templateFile), ...translated]);
});

describe.each(judged)('the template of $name', (app) => {
  const emitted = templateFile(app);
  const translated = translatedFile(app.name);

  it('passes cfn-lint as emitted', () => expect(unexplained(cfnLint(emitted))).toEqual([]));
  it('passes cfn-lint as translated', () => expect(unexplained(cfnLint(translated))).toEqual([]));
  it("passes AWS's own rules as emitted", () =>
    expect(unexplained(byAwsRules.get(emitted) ?? [])).toEqual([]));
  it("passes AWS's own rules as translated", () =>
    expect(unexplained(byAwsRules.get(translated) ?? [])).toEqual([]));

  it('has only policies that parliament accepts', () => {
    const policies = policiesOf(JSON.parse(readFileSync(translated, 'utf8')));
    expect(Object.keys(policies)).not.toEqual([]);
    expect(unexplained(parliament(policies))).toEqual([]);
  });

  it('names a zip that is there for each function and layer', () => {
    const { Resources } = parse(readFileSync(emitted, 'utf8')) as TemplateShape;
    const zips = Object.values(Resources).flatMap(
      ({ Properties }) => Properties?.CodeUri ?? Properties?.ContentUri ?? [],
    );
    expect(zips).not.toEqual([]);
    for (const zip of zips)
      expect(
        readFileSync(join(outputFolder(app), String(zip)))
          .subarray(0, 2)
          .toString(),
      ).toBe('PK');
  });
});

it('has no allowance that nothing needs any more', () => {
  const used = new Set(all.map(allowanceFor));
  expect(allowances.filter((allowance) => !used.has(allowance))).toEqual([]);
});
