import { startClock } from '../../clock/clock.ts';
import { createRunningWork } from '../../deliveries/running-work.ts';
import { restService } from '../../endpoint/rest-operations.ts';
import type { Emulator, EmulatorContext } from '../emulator.ts';
import { groupOperations } from './group-operations.ts';
import { scheduleInput } from './schedule-input.ts';
import { scheduleOperations } from './schedule-operations.ts';
import { Schedules } from './schedules.ts';
import type { StoredSchedule } from './stored-schedule.ts';

/** EventBridge Scheduler. */
export interface SchedulerEmulator extends Emulator {
  /**
   * Takes the schedules that the app declares, in place of those that it declared before, to show them: others run them. Those that
   * were kept run from then on, when there is somebody whom they can call.
   */
  setAppSchedules(schedules: readonly StoredSchedule[]): void;
  /** Waits until what is being delivered has been handed over. */
  settle(): Promise<boolean>;
}

export async function startScheduler(context: EmulatorContext): Promise<SchedulerEmulator> {
  const { time, targets, undelivered } = context;
  const running = createRunningWork();
  const clock = startClock<StoredSchedule>(time, due);
  const schedules: Schedules = new Schedules(context, setClock);

  function setClock(): void {
    clock.set(schedules.made().filter(({ settings }) => settings.State !== 'DISABLED'));
  }

  function due(schedule: StoredSchedule, at: Date): void {
    const { StartDate = 0, EndDate = Number.POSITIVE_INFINITY, ActionAfterCompletion } = schedule.settings;
    const seconds = at.getTime() / 1000;
    if (seconds >= StartDate && seconds <= EndDate) running.start(() => send(schedule, at));
    const next = clock.next(schedule);
    const isOver = !next || next.getTime() / 1000 > EndDate;
    if (isOver && ActionAfterCompletion === 'DELETE') schedules.delete(schedule);
    else if (schedule.missedSince !== undefined) schedules.put({ ...schedule, missedSince: undefined });
  }

  async function send(schedule: StoredSchedule, at: Date): Promise<void> {
    const { name, after, settings } = schedule;
    const { Target: target } = settings;
    const cause = { by: 'schedule', what: `schedule ${name}`, after } as const;
    const body = scheduleInput(schedules.arn(schedule), target, at);
    try {
      await targets.send(target.Arn, { body, cause, groupId: target.SqsParameters?.MessageGroupId });
    } catch (error) {
      const queue = target.DeadLetterConfig?.Arn;
      const tell = (why: unknown) => undelivered(`what the schedule ${name} sends`, why);
      if (queue) await targets.send(queue, { body, cause }).catch(tell);
      else tell(error);
    }
  }

  return {
    services: ['scheduler'],
    handle: restService('EventBridge Scheduler', {
      ...scheduleOperations(schedules, time.now),
      ...groupOperations(schedules, time.now),
    }),
    setAppSchedules(ofApp) {
      schedules.setApp(ofApp);
      setClock();
    },
    settle: running.settle,
    close: async () => clock.stop(),
  };
}
