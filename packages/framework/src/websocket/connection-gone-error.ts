/**
 * Thrown where a message goes to a client that is not there any more, or that never was: forget its id.
 * API Gateway tells that a client is gone without a word only once something is sent to it.
 */
export class ConnectionGoneError extends Error {
  override readonly name = 'ConnectionGoneError';
  readonly connectionId: string;

  constructor(connectionId: string, options?: ErrorOptions) {
    super(`The connection '${connectionId}' is gone.`, options);
    this.connectionId = connectionId;
  }
}
