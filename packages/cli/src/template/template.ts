import type { Cfn, CfnResource } from '../resources/template.ts';

/** A SAM template, as plain JSON. */
export interface Template {
  readonly AWSTemplateFormatVersion: '2010-09-09';
  readonly Transform: 'AWS::Serverless-2016-10-31';
  readonly Description: string;
  readonly Parameters?: Readonly<Record<string, TemplateParameter>>;
  readonly Resources: Readonly<Record<string, CfnResource>>;
  readonly Outputs?: Readonly<Record<string, TemplateOutput>>;
}

export interface TemplateParameter {
  readonly Type: 'String';
  readonly Description?: string;
  readonly Default?: string;
}

export interface TemplateOutput {
  readonly Description: string;
  readonly Value: Cfn;
}
