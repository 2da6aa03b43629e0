import { expect, it } from 'vitest';
import { suitableAssignment } from './suitable-assignment.ts';

it.each([
  [0, 'assignment3.zip'],
  [0.5, 'assignment1.zip'],
  [5, 'assignment1.zip'],
  [5.1, 'assignment2.zip'],
  [8, 'assignment2.zip'],
  [8.5, 'assignment3.zip'],
  [30, 'assignment3.zip'],
])('gives to %d years of experience %s', (years, assignment) => {
  expect(suitableAssignment(years)).toBe(assignment);
});
