import { expect, test } from 'vitest';
import { refusesNode } from './node-version.mjs';

test.each(['22.18.0', '22.20.1', '24.0.0', '26.1.0'])('Node %s will do', (version) => {
  expect(refusesNode(version)).toBeUndefined();
});

test.each(['18.20.0', '20.19.5', '22.17.1'])('Node %s is refused by both versions', (version) => {
  expect(refusesNode(version)).toBe(
    `Tankard needs Node 22.18 or newer; this is Node ${version}. Install one from https://nodejs.org.`,
  );
});
