/** What an AWS service says no with; whoever answers gives it the shape of the protocol. */
export class ServiceError extends Error {
  override readonly name = 'ServiceError';
  /** `ResourceNotFoundException`. */
  readonly code: string;
  readonly status: number;

  constructor(code: string, message: string, status = 400) {
    super(message);
    this.code = code;
    this.status = status;
  }
}
