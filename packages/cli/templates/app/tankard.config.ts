import { defineConfig } from '@tankard/framework/config';

export default defineConfig({
  stages: {
    dev: {},
    prod: { defaults: { logRetention: 90 } },
  },
});
