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
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
});
