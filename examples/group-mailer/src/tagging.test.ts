import { describe, expect, it } from 'vitest';
import { taggingHeader } from './tagging.ts';

const headerValue = (text: string) => new URLSearchParams(taggingHeader({ tag: text })).get('tag');

describe('taggingHeader', () => {
  it('joins the tags as a URL query does', () => {
    expect(taggingHeader({ group: 'choir', scheduled: '2022-04-12 08:50:47' })).toBe(
      'group=choir&scheduled=2022-04-12%2008%3A50%3A47',
    );
  });

  it('keeps the letters of every language, digits, blanks and + - = : / @ . _', () => {
    const text = 'Grüße, 你好 №4 _a+b-c=d:e/f@g.h';
    expect(headerValue(text)).toBe('Grüße 你好 4 _a+b-c=d:e/f@g.h');
  });

  it('drops what a tag may not hold', () => {
    expect(headerValue('50 % off! & "more" <b>#1</b> 🎉\u0007')).toBe('50  off  more b1/b ');
    expect(headerValue('!!!')).toBe('');
  });

  it('cuts after 256 characters', () => {
    expect(headerValue(`!${'a'.repeat(300)}`)).toBe('a'.repeat(256));
  });

  it('leaves no half character where the cut falls into one', () => {
    const outsideOfTheFirstPlane = '𐐀';
    expect(headerValue(`${'a'.repeat(255)}${outsideOfTheFirstPlane}`)).toBe('a'.repeat(255));
    expect(headerValue(`${'a'.repeat(254)}${outsideOfTheFirstPlane}`)).toBe(
      `${'a'.repeat(254)}${outsideOfTheFirstPlane}`,
    );
    expect(headerValue('a\ud801')).toBe('a');
  });
});
