import { defineConfig } from '@tankard/framework/config';

export default defineConfig({
  stages: {
    local: { parameters: { SourceEmail: 'recruiting@example.com', ReplyToEmail: 'people@example.com' } },
    dev: {},
    prod: { defaults: { logRetention: 90 } },
  },
});
