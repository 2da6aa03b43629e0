import { stringify } from 'yaml';
import type { Template } from './template.ts';

/** A template as text, byte for byte the same for the same template. */
export function templateText(template: Template, format: 'yaml' | 'json'): string {
  if (format === 'json') return `${JSON.stringify(template, null, 2)}\n`;
  return stringify(template, { aliasDuplicateObjects: false, lineWidth: 0, version: '1.1' });
}
