import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: [
      '*.test.ts',
      'engines/*.test.ts',
      'faults/*.test.ts',
      'refused/*.test.ts',
      'same-resources/*.test.ts',
      'second-reading/*.test.ts',
      'tour/*.test.ts',
    ],
    globalSetup: ['./package-apps.ts'],
    testTimeout: 120_000,
    hookTimeout: 180_000,
    // Two cores: the judges take one each.
    maxWorkers: 2,
  },
});
