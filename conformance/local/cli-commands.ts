/** Commands of the AWS CLI and what each prints: text, or JSON where it is no text. `name=` keeps it as `$name`. */
export type CliCommand = readonly [command: string, prints: unknown];

/** @param folder of files for S3: `small`, and `large`, which goes up in parts. */
export const cliCommands = (folder: string): readonly CliCommand[] => [
  ['sts get-caller-identity --query Account', '000000000000'],

  ['dynamodb list-tables --query TableNames', ['clients-local-Items']],
  [`dynamodb put-item --table-name clients-local-Items --item '{"id":{"S":"a"},"n":{"N":"1"}}'`, ''],
  [
    `dynamodb update-item --table-name clients-local-Items --key '{"id":{"S":"a"}}' --update-expression 'SET n = n + :d' --expression-attribute-values '{":d":{"N":"2"}}' --return-values UPDATED_NEW --query Attributes.n`,
    { N: '3' },
  ],
  [
    `dynamodb query --table-name clients-local-Items --key-condition-expression 'id = :i' --expression-attribute-values '{":i":{"S":"a"}}' --query Items[].n.N`,
    ['3'],
  ],
  [
    `dynamodb put-item --table-name clients-local-Items --item '{"id":{"S":"a"}}' --condition-expression attribute_not_exists(id)`,
    /ConditionalCheckFailedException/,
  ],
  [`dynamodb delete-item --table-name clients-local-Items --key '{"id":{"S":"a"}}'`, ''],
  ['dynamodb scan --table-name clients-local-Items --select COUNT --query Count', 0],

  ['s3 mb s3://files', 'make_bucket: files'],
  [`s3 cp ${folder}/large s3://files/in/large --only-show-errors`, ''],
  [`s3 cp s3://files/in/large ${folder}/back --only-show-errors`, ''],
  [`s3 sync ${folder}/tree s3://files/tree --only-show-errors`, ''],
  [
    's3api list-objects-v2 --bucket files --query Contents[].[Key,Size]',
    [
      ['in/large', 12_582_912],
      ['tree/a.txt', 1],
      ['tree/b c.txt', 2],
    ],
  ],
  ['s3api list-objects-v2 --bucket files --delimiter / --query CommonPrefixes[].Prefix', ['in/', 'tree/']],
  ['s3 mv s3://files/in/large s3://files/moved --only-show-errors', ''],
  ['s3api put-object-tagging --bucket files --key moved --tagging TagSet=[{Key=kind,Value=large}]', ''],
  ['s3api get-object-tagging --bucket files --key moved --query TagSet', [{ Key: 'kind', Value: 'large' }]],
  ['s3api head-object --bucket files --key in/large', /\(404\)/],
  ['s3 rb s3://files', /BucketNotEmpty/],
  ['s3 rb s3://files --force', /remove_bucket: files/],

  ['queue= sqs create-queue --queue-name letters --output text', /\/000000000000\/letters$/],
  ['sqs send-message --queue-url $queue --message-body hello --query MD5OfMessageBody', /^5d41402a/],
  ['sqs receive-message --queue-url $queue --query Messages[].Body', ['hello']],
  ['sqs purge-queue --queue-url $queue', ''],

  ['sns create-topic --name news --query TopicArn', 'arn:aws:sns:us-east-1:000000000000:news'],
  [
    'sns subscribe --topic-arn arn:aws:sns:us-east-1:000000000000:news --protocol sqs --notification-endpoint arn:aws:sqs:us-east-1:000000000000:letters --attributes RawMessageDelivery=true --query SubscriptionArn',
    /^arn:aws:sns:us-east-1:000000000000:news:/,
  ],
  [
    'sns publish --topic-arn arn:aws:sns:us-east-1:000000000000:news --message headline --query MessageId',
    /-/,
  ],
  ['sqs receive-message --queue-url $queue --wait-time-seconds 5 --query Messages[].Body', ['headline']],

  ['kinesis create-stream --stream-name clicks --shard-count 1', ''],
  [
    'kinesis describe-stream-summary --stream-name clicks --query StreamDescriptionSummary.StreamStatus',
    'ACTIVE',
  ],
  ['kinesis put-record --stream-name clicks --partition-key a --data hello --query ShardId', /0$/],
  [
    'from= kinesis get-shard-iterator --stream-name clicks --shard-id shardId-000000000000 --shard-iterator-type TRIM_HORIZON --output text',
    /./,
  ],
  ['kinesis get-records --shard-iterator $from --query Records[].Data', ['aGVsbG8=']],

  [
    `events put-rule --name shipped --event-pattern '{"source":["shop"]}' --query RuleArn`,
    'arn:aws:events:us-east-1:000000000000:rule/shipped',
  ],
  [
    'events put-targets --rule shipped --targets Id=1,Arn=arn:aws:sqs:us-east-1:000000000000:letters,InputPath=$.detail --query FailedEntryCount',
    0,
  ],
  [
    `events put-events --entries '[{"Source":"shop","DetailType":"Shipped","Detail":"{\\"id\\":7}"}]' --query FailedEntryCount`,
    0,
  ],
  ['sqs receive-message --queue-url $queue --wait-time-seconds 5 --query Messages[].Body', ['{"id":7}']],

  [
    'scheduler create-schedule --name later --schedule-expression at(2099-01-01T00:00:00) --flexible-time-window Mode=OFF --target Arn=arn:aws:sqs:us-east-1:000000000000:letters,RoleArn=arn:aws:iam::000000000000:role/later --query ScheduleArn',
    'arn:aws:scheduler:us-east-1:000000000000:schedule/default/later',
  ],
  ['scheduler get-schedule --name later --query ScheduleExpression', 'at(2099-01-01T00:00:00)'],
  ['scheduler delete-schedule --name later', ''],
  ['scheduler get-schedule --name later', /ResourceNotFoundException/],

  ['ses send-email --from a@example.com --to b@example.com --subject Hi --text Hello --query MessageId', /./],
  [
    'sesv2 send-email --from-email-address a@example.com --destination ToAddresses=b@example.com --content Simple={Subject={Data=Hi},Body={Text={Data=Hello}}} --query MessageId',
    /./,
  ],

  ['lambda list-functions --query Functions[].FunctionName', ['clients-local-double']],
  [
    `lambda invoke --function-name clients-local-double --payload '{"n":2}' ${folder}/answer --query StatusCode`,
    200,
  ],
  ['lambda invoke --function-name nowhere /dev/null', /ResourceNotFoundException/],

  ['secretsmanager get-secret-value --secret-id clients-local-Key --query SecretString', 'seven'],
  [
    'secretsmanager put-secret-value --secret-id clients-local-Key --secret-string eight --query Name',
    'clients-local-Key',
  ],
  ['secretsmanager get-secret-value --secret-id clients-local-Key --query SecretString', 'eight'],
];
