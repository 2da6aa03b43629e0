/** A request that is answered with what is wrong with it. */
export class Refused extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/** @throws Refused 404 where there is nothing. */
export function found<Value>(value: Value | undefined, what: string): Value {
  if (value === undefined) throw new Refused(404, `There is no ${what} any more.`);
  return value;
}
