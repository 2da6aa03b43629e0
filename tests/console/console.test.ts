import { afterAll, beforeAll, vi } from 'vitest';
import { acts } from './acts.ts';
import { attacked } from './attacked.ts';
import { start, stop } from './looking.ts';
import { openapi } from './openapi.ts';
import { pace } from './pace.ts';
import { pages } from './pages.ts';
import { story } from './story.ts';

// A browser on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

beforeAll(start);
afterAll(stop);

// In this order: each goes on from what the one before has left.
story();
acts();
pages();
openapi();
attacked();
pace();
