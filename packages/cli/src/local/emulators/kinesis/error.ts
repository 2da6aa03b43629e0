/** What Kinesis says no with: https://docs.aws.amazon.com/kinesis/latest/APIReference/CommonErrors.html */
export class KinesisError extends Error {
  override readonly name = 'KinesisError';
  readonly code: string;

  constructor(
    code:
      | 'ExpiredIteratorException'
      | 'InvalidArgumentException'
      | 'ResourceInUseException'
      | 'ResourceNotFoundException'
      | 'UnknownOperationException'
      | 'ValidationException',
    message: string,
  ) {
    super(message);
    this.code = code;
  }
}

export const invalid = (message: string): KinesisError =>
  new KinesisError('InvalidArgumentException', message);

export const missing = (member: string): KinesisError =>
  new KinesisError(
    'ValidationException',
    `1 validation error detected: Value null at '${member}' failed to satisfy constraint: Member must not be null`,
  );
