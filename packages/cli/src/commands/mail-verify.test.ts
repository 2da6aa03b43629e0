import { expect, test } from 'vitest';
import { runCommand } from '../testing/run-command.ts';

test.each(['shop', 'example.com', 'Shop <shop@example.com>'])(
  '%s is no address to verify',
  async (address) => {
    const { code, stderr } = await runCommand('/', 'mail', 'verify', address);
    expect([code, stderr]).toEqual([2, expect.stringContaining(`'${address}' is no mail address`)]);
  },
);
