import type { CfnResource, KindTemplate } from '../template.ts';
import { tagList } from '../template.ts';
import type { UsagePlanModel } from './model.ts';

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigateway-usageplan.html */
export const usagePlanTemplate: KindTemplate<UsagePlanModel> = {
  suffix: 'UsagePlan',
  attributes: {},
  render: ({ physicalName, api, stage, throttle, quota, keys }, context) => {
    const { id, idOf, value } = context;
    const plan: CfnResource = {
      Type: 'AWS::ApiGateway::UsagePlan',
      Properties: {
        UsagePlanName: physicalName,
        ApiStages: [{ ApiId: value(api), Stage: value(stage) }],
        Throttle: throttle && { RateLimit: throttle.rate, BurstLimit: throttle.burst },
        Quota: quota && { Limit: quota.limit, Period: quota.period.toUpperCase() },
        Tags: tagList(context),
      },
    };
    const members = keys.map((key): readonly [string, CfnResource] => [
      `${id}${idOf(key.$ref)}`,
      {
        Type: 'AWS::ApiGateway::UsagePlanKey',
        Properties: { KeyId: value(key), KeyType: 'API_KEY', UsagePlanId: { Ref: id } },
      },
    ]);
    return { [id]: plan, ...Object.fromEntries(members) };
  },
};
