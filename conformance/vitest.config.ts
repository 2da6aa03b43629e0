import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['*.test.ts', '*/*.test.ts'],
    globalSetup: ['./package-apps.ts'],
    testTimeout: 120_000,
    hookTimeout: 180_000,
    // Two cores: the judges take one each.
    maxWorkers: 2,
  },
});
