import { defineConfig } from 'vitest/config';
import { tankard } from './packages/framework/src/vitest.ts';

export default defineConfig({
  plugins: [tankard()],
  test: {
    include: [
      'packages/*/src/**/*.test.ts',
      'tests/**/*.test.ts',
      'examples/*/src/**/*.test.ts',
      'examples/*/tests/**/*.test.ts',
    ],
    typecheck: {
      enabled: true,
      include: ['packages/*/src/**/*.test-d.ts'],
      tsconfig: './tsconfig.json',
      // `npm run typecheck` reports those; here only the type tests count.
      ignoreSourceErrors: true,
    },
    isolate: false,
    setupFiles: ['./tests/each-file.ts'],
    maxWorkers: '100%',
    // Bounds for a machine that does much else: what is waited for is asked for every 50 ms.
    expect: { poll: { timeout: 15_000 } },
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
});
