/** Stand-ins for what CloudFormation fills in, so that a policy's text can be judged. */
const PSEUDO: Readonly<Record<string, string>> = {
  'AWS::AccountId': '123456789012',
  'AWS::Region': 'us-east-1',
  'AWS::Partition': 'aws',
  'AWS::URLSuffix': 'amazonaws.com',
};

type Resources = Readonly<Record<string, { readonly Type: string }>>;

/** A template's value with every intrinsic replaced by a text of the right shape. */
export function resolveIntrinsics(
  value: unknown,
  resources: Resources,
  parameters: Readonly<Record<string, string>> = {},
): unknown {
  const inside = (each: unknown) => resolveIntrinsics(each, resources, parameters);
  if (Array.isArray(value)) return value.map(inside);
  if (typeof value !== 'object' || value === null) return value;
  const [[key, inner] = ['', undefined]] = Object.entries(value);
  if (key === 'Ref')
    return PSEUDO[String(inner)] ?? parameters[String(inner)] ?? reference(String(inner), 'Ref', resources);
  if (key === 'Fn::GetAtt') {
    const [id = '', attribute = ''] = Array.isArray(inner) ? inner : String(inner).split('.');
    return reference(id, attribute, resources);
  }
  if (key === 'Fn::Sub') {
    return String(inner).replaceAll(/\$\{([^}]+)\}/g, (_, name: string) => {
      const [id = '', attribute = 'Ref'] = name.split(/\.(.*)/s);
      return PSEUDO[name] ?? parameters[name] ?? reference(id, attribute, resources);
    });
  }
  if (key === 'Fn::Join') {
    const [separator, pieces] = inner as [string, unknown[]];
    return pieces.map(inside).join(separator);
  }
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, inside(item)]));
}

const ARNS: Readonly<Record<string, string>> = {
  'AWS::DynamoDB::Table': 'arn:aws:dynamodb:us-east-1:123456789012:table/x',
  'AWS::SQS::Queue': 'arn:aws:sqs:us-east-1:123456789012:x',
  'AWS::SNS::Topic': 'arn:aws:sns:us-east-1:123456789012:x',
  'AWS::Kinesis::Stream': 'arn:aws:kinesis:us-east-1:123456789012:stream/x',
  'AWS::SecretsManager::Secret': 'arn:aws:secretsmanager:us-east-1:123456789012:secret:x',
  'AWS::Lambda::Function': 'arn:aws:lambda:us-east-1:123456789012:function:x',
  'AWS::Logs::LogGroup': 'arn:aws:logs:us-east-1:123456789012:log-group:x:*',
};

/** parliament takes no colon after the fifth, which a real stream's label has. */
const STREAM = 'arn:aws:dynamodb:us-east-1:123456789012:table/x/stream/label';

function reference(id: string, attribute: string, resources: Resources): string {
  if (attribute === 'StreamArn' || id.endsWith('StreamArn')) return STREAM;
  const type = resources[id]?.Type;
  const arn = type && ARNS[type];
  const isArn =
    attribute === 'Arn' ||
    attribute === 'TopicArn' ||
    (attribute === 'Ref' && /Topic|Secret/.test(type ?? ''));
  return arn && isArn ? arn : id.toLowerCase();
}
