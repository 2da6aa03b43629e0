import { defineConfig } from '@tankard/framework/config';

export default defineConfig({
  stages: {
    local: { parameters: { SourceEmail: 'mailer@example.com' } },
    dev: {},
    prod: {
      defaults: { logRetention: 90 },
      functions: { sendScheduledMessages: { memory: 512, environment: { LOOK_BACK_HOURS: '72' } } },
    },
  },
});
