import { tankard } from '@tankard/framework/vitest';
import { defineConfig } from 'vitest/config';

export default defineConfig({ plugins: [tankard()] });
