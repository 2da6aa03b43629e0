/** Where one stage's journal is kept. */
export interface StateStore {
  /** As users know it: a path or an `s3://` URL. */
  readonly name: string;
  /** The whole journal; nothing where there is none. */
  read(): Promise<string | undefined>;
  /** Puts a text in the place of the whole journal; it is durable when the promise resolves. */
  replace(text: string): Promise<void>;
  /** Adds to the journal's end; it is durable when the promise resolves. */
  append(text: string): Promise<void>;
  /** Takes the journal away. */
  remove(): Promise<void>;
  /**
   * Keeps everybody else out.
   *
   * @throws TankardError STATE_LOCKED, which tells who holds it.
   */
  lock(holder: LockHolder, options: LockOptions): Promise<StateLock>;
  /** Who keeps everybody else out now; nothing where nobody does. */
  held(): Promise<HeldLock | undefined>;
  /** Something kept beside the journal, such as the code of an earlier deploy. */
  readonly files: StateFiles;
  /** Accounts whose credentials made journals of the same app and stage here. */
  accounts(): Promise<readonly string[]>;
}

/** Files beside a journal, by name. */
export interface StateFiles {
  read(name: string): Promise<Uint8Array | undefined>;
  write(name: string, content: Uint8Array): Promise<void>;
  names(): Promise<readonly string[]>;
  remove(name: string): Promise<void>;
}

/** How a lock is taken. */
export interface LockOptions {
  /** From whoever holds it. */
  readonly break: boolean;
  /** Milliseconds between two signs of life. */
  readonly beat?: number | undefined;
}

/** Who holds a lock. */
export interface LockHolder {
  /** ARN. */
  readonly caller: string;
  readonly host: string;
  /** Tells machines of one name apart. */
  readonly machine: string;
  readonly pid: number;
  /** `deploy`, `delete`. */
  readonly command: string;
  /** ISO 8601. */
  readonly since: string;
}

/** A lock and its last sign of life. */
export interface HeldLock {
  readonly holder: LockHolder;
  /** Epoch milliseconds. */
  readonly heard: number;
}

/** A lock that is held. */
export interface StateLock {
  release(): Promise<void>;
}

/** Which journal: one an account, region, app and stage. */
export interface StateName {
  readonly account: string;
  readonly region: string;
  readonly app: string;
  readonly stage: string;
}

/** `123456789012-eu-central-1-shop-dev`. */
export const stateName = ({ account, region, app, stage }: StateName): string =>
  [account, region, app, stage].join('-');
