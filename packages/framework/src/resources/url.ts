import { fromEnvironment } from './environment.ts';

/** The base URL of the app's API, without a slash at its end: `` `${app.url}/users` ``. */
export class ApiUrl {
  /** @throws {Error} where `TANKARD_URL` is not set. */
  get value(): string {
    // A function URL ends in a slash.
    return fromEnvironment('url', 'api').replace(/\/$/, '');
  }

  toString(): string {
    return this.value;
  }

  toJSON(): string {
    return this.value;
  }
}
