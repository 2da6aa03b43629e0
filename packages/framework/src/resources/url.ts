import { fromEnvironment } from './environment.ts';

/** The base URL of the app's API, without a slash at its end: `` `${app.url}/users` ``. */
export class ApiUrl {
  /** @throws {Error} where `TANKARD_URL` is not set. */
  get value(): string {
    return fromEnvironment('url', 'api');
  }

  toString(): string {
    return this.value;
  }

  toJSON(): string {
    return this.value;
  }
}
