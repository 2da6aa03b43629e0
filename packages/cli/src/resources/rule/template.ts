import { attributeText, type KindTemplate, tagList } from '../template.ts';
import type { RuleModel } from './model.ts';

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-events-rule.html */
export const ruleTemplate: KindTemplate<RuleModel> = {
  suffix: 'Rule',
  attributes: { arn: attributeText('Arn') },
  render: ({ physicalName, bus, pattern, schedule, function: called }, context) => ({
    [context.id]: {
      Type: 'AWS::Events::Rule',
      Properties: {
        Name: physicalName,
        EventBusName: bus,
        EventPattern: pattern && context.value(pattern),
        ScheduleExpression: schedule,
        State: 'ENABLED',
        Targets: [{ Id: 'function', Arn: context.value(called) }],
        Tags: tagList(context),
      },
    },
  }),
};
