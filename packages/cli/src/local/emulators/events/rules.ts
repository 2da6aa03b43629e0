import { join } from 'node:path';
import { ServiceError } from '../../endpoint/service-error.ts';
import { KeptMap } from '../../storage/kept-map.ts';
import type { EmulatorContext } from '../emulator.ts';
import { DEFAULT_BUS, type Rule } from './rule.ts';

interface Bus {
  readonly name: string;
  readonly description?: string | undefined;
}

/** The buses and their rules: those that calls of AWS made are kept, those of the app come anew with each build. */
export class Rules {
  private readonly buses: KeptMap<Bus>;
  private readonly kept: KeptMap<Rule>;
  private ofApp: ReadonlyMap<string, Rule> = new Map();
  private readonly context: EmulatorContext;
  private readonly changed: () => void;

  /** @param changed is called when a rule has come, changed or gone. */
  constructor(context: EmulatorContext, changed: () => void) {
    this.context = context;
    this.changed = changed;
    this.buses = new KeptMap(join(context.folder, 'buses.json'));
    this.kept = new KeptMap(join(context.folder, 'rules.json'));
  }

  /** Takes the rules that the app declares; those that it declared before count no more. */
  setApp(rules: readonly Rule[]): void {
    this.ofApp = new Map(rules.map((rule) => [keyOf(rule), rule]));
    this.changed();
  }

  /** Those that calls of AWS made. */
  made(): readonly Rule[] {
    return this.kept.values().filter((rule) => !this.ofApp.has(keyOf(rule)));
  }

  /** By name. */
  on(bus: string): readonly Rule[] {
    const all = [...this.ofApp.values(), ...this.made()].filter((rule) => rule.bus === bus);
    return all.sort((one, other) => (one.name < other.name ? -1 : 1));
  }

  find(bus: string, name: string): Rule | undefined {
    const key = keyOf({ bus, name });
    return this.ofApp.get(key) ?? this.kept.get(key);
  }

  /** @throws ServiceError ResourceNotFoundException */
  get(bus: string, name: string): Rule {
    const rule = this.find(bus, name);
    if (rule) return rule;
    const message = `Rule ${name} does not exist on EventBus ${bus}.`;
    throw new ServiceError('ResourceNotFoundException', message);
  }

  put(rule: Rule): void {
    const key = keyOf(rule);
    if (this.ofApp.has(key)) this.ofApp = new Map([...this.ofApp, [key, rule]]);
    else this.kept.set(key, rule);
    this.changed();
  }

  delete(rule: Rule): void {
    const key = keyOf(rule);
    this.ofApp = new Map([...this.ofApp].filter(([one]) => one !== key));
    this.kept.delete(key);
    this.changed();
  }

  /** By name; the default one, those that were made, and those that rules of the app are on. */
  allBuses(): readonly Bus[] {
    const made = this.buses.values();
    const names = [DEFAULT_BUS, ...[...this.ofApp.values()].map(({ bus }) => bus)];
    const implied = [...new Set(names)].filter((name) => !made.some((bus) => bus.name === name));
    return [...implied.map((name) => ({ name })), ...made];
  }

  /** @throws ServiceError ResourceNotFoundException */
  bus(name: string): Bus {
    const found = this.allBuses().find((bus) => bus.name === name);
    if (!found) throw new ServiceError('ResourceNotFoundException', `Event bus ${name} does not exist.`);
    return found;
  }

  putBus(bus: Bus): void {
    this.buses.set(bus.name, bus);
  }

  deleteBus(name: string): void {
    this.buses.delete(name);
  }

  busArn(name: string): string {
    return this.arn(`event-bus/${name}`);
  }

  ruleArn({ bus, name }: Pick<Rule, 'bus' | 'name'>): string {
    return this.arn(bus === DEFAULT_BUS ? `rule/${name}` : `rule/${bus}/${name}`);
  }

  private arn(resource: string): string {
    return `arn:aws:events:${this.context.region}:${this.context.account}:${resource}`;
  }
}

const keyOf = ({ bus, name }: Pick<Rule, 'bus' | 'name'>) => `${bus}/${name}`;
