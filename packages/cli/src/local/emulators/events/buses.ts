import type { JsonOperations } from '../../endpoint/json-operations.ts';
import { ServiceError } from '../../endpoint/service-error.ts';
import { busName, DEFAULT_BUS } from './rule.ts';
import type { Rules } from './rules.ts';

/** https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_EventBus.html */
export const busOperations = (rules: Rules): JsonOperations => ({
  CreateEventBus({ Name, Description }: { Name: string; Description?: string }) {
    if (rules.allBuses().some(({ name }) => name === Name))
      throw new ServiceError('ResourceAlreadyExistsException', `Event bus ${Name} already exists.`);
    rules.putBus({ name: Name, description: Description });
    return { EventBusArn: rules.busArn(Name), Description };
  },
  DeleteEventBus({ Name }: { Name: string }) {
    if (Name === DEFAULT_BUS)
      throw new ServiceError('ValidationException', `Cannot delete event bus ${Name}.`);
    if (rules.on(Name).length > 0)
      throw new ServiceError('ValidationException', `Event bus ${Name} has rules: delete them first.`);
    rules.deleteBus(Name);
  },
  DescribeEventBus({ Name }: { Name?: string }) {
    return described(rules, rules.bus(busName(Name)));
  },
  ListEventBuses({ NamePrefix = '' }: { NamePrefix?: string }) {
    const buses = rules.allBuses().filter(({ name }) => name.startsWith(NamePrefix));
    return { EventBuses: buses.map((bus) => described(rules, bus)) };
  },
});

const described = (
  rules: Rules,
  { name, description }: { name: string; description?: string | undefined },
) => ({
  Name: name,
  Arn: rules.busArn(name),
  Description: description,
});
