import type { Manifest, Problem } from '@tankard/framework/manifest';
import { problem } from '../errors/problem.ts';
import { handlersOf } from '../graph/lower/lowering.ts';
import type { Template } from './template.ts';

/** What a template can't say, and CloudFormation's quotas. */
export function checkTemplate(manifest: Manifest, template: Template, text: string): readonly Problem[] {
  return [...checkExistingBuckets(manifest), ...checkEmpty(template), ...checkQuotas(template, text)];
}

/** A template changes notifications only of a bucket that it makes. */
function checkExistingBuckets(manifest: Manifest): readonly Problem[] {
  const existing = new Set(
    manifest.resources.flatMap((one) =>
      one.kind === 'bucket' && one.existing !== undefined ? [one.name] : [],
    ),
  );
  return handlersOf(manifest, 's3').flatMap(({ name, place, trigger }) => {
    if (!existing.has(trigger.bucket.name)) return [];
    return [
      problem('S3_EXISTING_IN_TEMPLATE', {
        message: `'${name}' listens to the existing bucket '${trigger.bucket.name}', and a template can't change the notifications of a bucket that it does not make.`,
        place,
        subject: name,
        remedy: `Declare the bucket with app.bucket, deploy with 'tankard deploy', or switch on EventBridge for the bucket and use onEvent({ source: ['aws.s3'] }).`,
      }),
    ];
  });
}

/** CloudFormation refuses a template without resources. */
function checkEmpty({ Resources, Description }: Template): readonly Problem[] {
  if (Object.keys(Resources).length > 0) return [];
  return [
    problem('TEMPLATE_EMPTY', {
      message: `There is nothing to make in AWS for ${Description}.`,
      remedy: 'Declare a handler or a resource, and see that the entry imports the file that does.',
    }),
  ];
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html */
const QUOTAS = { Resources: 500, Outputs: 200, Parameters: 200 } as const;
const TEMPLATE_BYTES = 1024 * 1024;

const CODES = {
  Resources: 'TEMPLATE_RESOURCES',
  Outputs: 'TEMPLATE_OUTPUTS',
  Parameters: 'TEMPLATE_PARAMETERS',
} as const;

const REMEDIES = {
  Resources:
    'Split the app into several, or let one function serve more: each one brings its role and log group.',
  Outputs: 'Split the app into several: each declared resource is an output.',
  Parameters: 'Gather parameters into one secret or one parameter that holds JSON.',
} as const;

function checkQuotas(template: Template, text: string): readonly Problem[] {
  const sections = (['Resources', 'Outputs', 'Parameters'] as const).flatMap((section) => {
    const count = Object.keys(template[section] ?? {}).length;
    if (count <= QUOTAS[section]) return [];
    const message = `The template has ${count} ${section.toLowerCase()}; CloudFormation takes ${QUOTAS[section]}.`;
    return [problem(CODES[section], { message, remedy: REMEDIES[section] })];
  });
  const bytes = Buffer.byteLength(text);
  if (bytes <= TEMPLATE_BYTES) return sections;
  const large = problem('TEMPLATE_TOO_LARGE', {
    message: `The template has ${bytes} bytes; CloudFormation takes ${TEMPLATE_BYTES}.`,
    remedy: 'Split the app into several.',
  });
  return [...sections, large];
}
