import { join } from 'node:path';
import { ServiceError } from '../../endpoint/service-error.ts';
import { KeptMap } from '../../storage/kept-map.ts';
import type { EmulatorContext } from '../emulator.ts';
import type { AppSecret, StoredSecret } from './secret.ts';

/** The secrets that are there: those of the app, those that the local file has, and those that calls of AWS made. */
export class Secrets {
  private readonly kept: KeptMap<StoredSecret>;
  private readonly texts: Readonly<Record<string, string>>;
  private readonly context: EmulatorContext;
  private ofApp: readonly AppSecret[] = [];

  /** @param texts of the local file, by the name that the app or AWS has for the secret. */
  constructor(context: EmulatorContext, texts: Readonly<Record<string, string>>) {
    this.context = context;
    this.texts = texts;
    this.kept = new KeptMap(join(context.folder, 'secrets.json'));
  }

  setApp(secrets: readonly AppSecret[]): void {
    this.ofApp = secrets;
  }

  all(): readonly StoredSecret[] {
    const kept = this.kept.values();
    const known = new Set(
      [...kept, ...this.ofApp.map((one) => ({ name: one.physicalName }))].map(({ name }) => name),
    );
    const named = this.ofApp.map(({ name }) => name);
    // What the file has under no name of the app's is a secret that the app says exists.
    const others = Object.keys(this.texts).filter((name) => !known.has(name) && !named.includes(name));
    return [
      ...kept,
      ...[...known, ...others].flatMap((name) => (this.kept.get(name) ? [] : [this.implied(name)])),
    ];
  }

  /** @throws ServiceError ResourceNotFoundException */
  get(nameOrArn: string): StoredSecret {
    const found = this.find(nameOrArn);
    const message = "Secrets Manager can't find the specified secret.";
    if (!found) throw new ServiceError('ResourceNotFoundException', message);
    return found;
  }

  /** By its name, its ARN, or its ARN without the six characters that AWS puts at the end. */
  find(nameOrArn: string): StoredSecret | undefined {
    return this.all().find(
      ({ name, arn }) => nameOrArn === name || nameOrArn === arn || nameOrArn === this.arn(name),
    );
  }

  put(secret: StoredSecret): void {
    this.kept.set(secret.name, secret);
  }

  delete({ name }: StoredSecret): void {
    this.kept.delete(name);
  }

  arn(name: string): string {
    return `arn:aws:secretsmanager:${this.context.region}:${this.context.account}:secret:${name}`;
  }

  /** What the app calls a secret. */
  calledByApp(physicalName: string): string {
    return this.ofApp.find((one) => one.physicalName === physicalName)?.name ?? physicalName;
  }

  /** A secret that no call has touched yet: with the file's text, or without a value. */
  private implied(name: string): StoredSecret {
    const text = this.texts[this.calledByApp(name)] ?? this.texts[name];
    const version = { id: '00000000-0000-0000-0000-000000000000', text, stages: ['AWSCURRENT'], created: 0 };
    return {
      name,
      arn: this.arn(name),
      description: this.ofApp.find((one) => one.physicalName === name)?.description,
      created: 0,
      changed: 0,
      versions: text === undefined ? [] : [version],
      tags: [],
    };
  }
}
