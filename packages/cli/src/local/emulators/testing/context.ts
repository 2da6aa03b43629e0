import { createTargets } from '../../targets/targets.ts';
import { createLocalTime } from '../../time/local-time.ts';
import type { EmulatorContext } from '../emulator.ts';

/** What an emulator that stands alone in a test works with. */
export function testContext(folder: string): EmulatorContext {
  return {
    folder,
    region: 'eu-west-1',
    account: '000000000000',
    time: createLocalTime(),
    targets: createTargets(),
    undelivered: () => {},
  };
}
