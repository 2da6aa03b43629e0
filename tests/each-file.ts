import { afterAll, vi } from 'vitest';

// Files take turns in a few processes: one for each of 450 took a third of the processor's time. So each file gets modules of its own
// here, and leaves variables and globals as they were. (vitest itself undoes spies and mocks.)
vi.resetModules();
const variables = { ...process.env };

afterAll(() => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
  for (const name of Object.keys(process.env)) if (!(name in variables)) delete process.env[name];
  Object.assign(process.env, variables);
});
