import { join } from 'node:path';
import { ServiceError } from '../../endpoint/service-error.ts';
import { KeptMap } from '../../storage/kept-map.ts';
import type { EmulatorContext } from '../emulator.ts';
import { DEFAULT_GROUP, type ScheduleGroup, type StoredSchedule } from './stored-schedule.ts';

/** Schedules by group: those that calls of AWS made are kept, those of the app come anew with each build. */
export class Schedules {
  private readonly kept: KeptMap<StoredSchedule>;
  private readonly groups: KeptMap<ScheduleGroup>;
  private readonly context: EmulatorContext;
  private readonly changed: () => void;
  private ofApp: ReadonlyMap<string, StoredSchedule> = new Map();

  /** @param changed is called when a schedule that calls of AWS made has come, changed or gone. */
  constructor(context: EmulatorContext, changed: () => void) {
    this.context = context;
    this.changed = changed;
    this.kept = new KeptMap(join(context.folder, 'schedules.json'));
    this.groups = new KeptMap(join(context.folder, 'groups.json'));
  }

  setApp(schedules: readonly StoredSchedule[]): void {
    this.ofApp = new Map(schedules.map((schedule) => [keyOf(schedule), schedule]));
  }

  /** Those that calls of AWS made. */
  made(): readonly StoredSchedule[] {
    return this.kept.values().filter((schedule) => !this.ofApp.has(keyOf(schedule)));
  }

  all(): readonly StoredSchedule[] {
    return [...this.ofApp.values(), ...this.made()].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  }

  find(group: string, name: string): StoredSchedule | undefined {
    const key = keyOf({ group, name });
    return this.ofApp.get(key) ?? this.kept.get(key);
  }

  /** @throws ServiceError ResourceNotFoundException */
  get(group: string, name: string): StoredSchedule {
    const schedule = this.find(group, name);
    if (!schedule) throw notFound(`Schedule ${name} does not exist.`);
    return schedule;
  }

  put(schedule: StoredSchedule): void {
    const key = keyOf(schedule);
    if (this.ofApp.has(key)) this.ofApp = new Map([...this.ofApp, [key, schedule]]);
    else this.kept.set(key, schedule);
    this.changed();
  }

  delete(schedule: StoredSchedule): void {
    const key = keyOf(schedule);
    this.ofApp = new Map([...this.ofApp].filter(([one]) => one !== key));
    if (this.kept.delete(key)) this.changed();
  }

  allGroups(): readonly ScheduleGroup[] {
    const made = this.groups.values();
    const names = [DEFAULT_GROUP, ...[...this.ofApp.values()].map(({ group }) => group)];
    const implied = [...new Set(names)].filter((name) => !made.some((group) => group.name === name));
    return [...implied.map((name) => ({ name, created: 0 })), ...made];
  }

  /** @throws ServiceError ResourceNotFoundException */
  group(name: string): ScheduleGroup {
    const found = this.allGroups().find((group) => group.name === name);
    if (!found) throw notFound(`Schedule group ${name} does not exist.`);
    return found;
  }

  putGroup(group: ScheduleGroup): void {
    this.groups.set(group.name, group);
  }

  /** With all schedules in it. */
  deleteGroup(name: string): void {
    for (const schedule of this.all()) if (schedule.group === name) this.delete(schedule);
    this.groups.delete(name);
  }

  arn({ group, name }: Pick<StoredSchedule, 'group' | 'name'>): string {
    return this.arnOf(`schedule/${group}/${name}`);
  }

  groupArn(name: string): string {
    return this.arnOf(`schedule-group/${name}`);
  }

  private arnOf(resource: string): string {
    return `arn:aws:scheduler:${this.context.region}:${this.context.account}:${resource}`;
  }
}

const keyOf = ({ group, name }: Pick<StoredSchedule, 'group' | 'name'>) => `${group}/${name}`;

const notFound = (message: string) => new ServiceError('ResourceNotFoundException', message, 404);
