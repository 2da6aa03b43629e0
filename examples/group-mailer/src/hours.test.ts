import { describe, expect, it } from 'vitest';
import { hourKey, hoursUpTo, lookBackHours, utcText } from './hours.ts';

describe('hours', () => {
  it('names an hour in UTC without zero padding', () => {
    expect(hourKey(new Date('2022-04-02T08:50:47Z'))).toBe('2022_4_2_8');
    expect(hourKey(new Date('2022-12-31T23:30:00-02:00'))).toBe('2023_1_1_1');
    expect(hourKey(new Date('2022-01-01T00:00:00Z'))).toBe('2022_1_1_0');
  });

  it('lists the hours to look at with the oldest first, over midnight too', () => {
    expect(hoursUpTo(new Date('2022-03-01T01:10:00Z'), 2)).toEqual([
      '2022_2_28_23',
      '2022_3_1_0',
      '2022_3_1_1',
    ]);
    expect(hoursUpTo(new Date('2022-03-01T01:10:00Z'), 0)).toEqual(['2022_3_1_1']);
  });

  it('writes a moment as people read it', () => {
    expect(utcText(new Date(1649753447000))).toBe('2022-04-12 08:50:47');
    expect(utcText(new Date(1649753447999))).toBe('2022-04-12 08:50:47');
  });

  it('looks back for whole hours only', () => {
    expect(lookBackHours('0')).toBe(0);
    expect(lookBackHours('72')).toBe(72);
    for (const wrong of ['', '-1', '1.5', 'a day']) {
      expect(() => lookBackHours(wrong)).toThrow(`LOOK_BACK_HOURS is '${wrong}'`);
    }
  });
});
