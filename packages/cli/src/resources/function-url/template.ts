import { corsSettings } from '../cors.ts';
import { attributeText, type KindTemplate } from '../template.ts';
import { type FunctionUrlModel, invokeMode } from './model.ts';

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-url.html */
export const functionUrlTemplate: KindTemplate<FunctionUrlModel> = {
  suffix: 'FunctionUrl',
  attributes: { url: attributeText('FunctionUrl') },
  render: ({ function: called, auth, cors, stream }, { id, value }) => ({
    [id]: {
      Type: 'AWS::Lambda::Url',
      Properties: {
        TargetFunctionArn: value(called),
        AuthType: auth,
        InvokeMode: invokeMode(stream),
        Cors: cors && corsSettings(cors),
      },
    },
  }),
};
