import type { BoxKind } from './box.ts';

/** A picture of each kind, 16 by 16, as an SVG path to be stroked. */
export const ICONS: Readonly<Record<BoxKind, string>> = {
  function: 'M4 13.5 L7.5 6 M5 2.5 H6.5 L11 13.5 H12.5',
  api: 'M8 2 A6 6 0 1 0 8 14 A6 6 0 1 0 8 2 M2 8 H14 M8 2 C4.5 5.5 4.5 10.5 8 14 C11.5 10.5 11.5 5.5 8 2',
  schedule: 'M8 2 A6 6 0 1 0 8 14 A6 6 0 1 0 8 2 M8 4.5 V8 L10.5 9.5',
  event: 'M9 1.5 L3.5 9 H7.5 L7 14.5 L12.5 7 H8.5 Z',
  mail: 'M2 3.5 H14 V12.5 H2 Z M2 4 L8 9 L14 4',
  table: 'M2 3 H14 V13 H2 Z M2 6.5 H14 M7 6.5 V13',
  bucket: 'M2.5 4 L4 13.5 H12 L13.5 4 M2.5 4 A5.5 1.8 0 0 1 13.5 4 A5.5 1.8 0 0 1 2.5 4',
  queue: 'M2 5 H5 V11 H2 Z M6.5 5 H9.5 V11 H6.5 Z M11 5 H14 V11 H11 Z',
  topic: 'M2.5 6.5 H5 L10 3 V13 L5 9.5 H2.5 Z M12 5.5 A3.5 3.5 0 0 1 12 10.5',
  stream:
    'M2 5 C5 2.5 6 7.5 9 5 S12.5 4 14 5 M2 8.5 C5 6 6 11 9 8.5 S12.5 7.5 14 8.5 M2 12 C5 9.5 6 14.5 9 12 S12.5 11 14 12',
  parameter:
    'M2 5 H8 M12 5 H14 M8 5 A2 2 0 1 0 12 5 A2 2 0 1 0 8 5 M2 11 H4 M8 11 H14 M4 11 A2 2 0 1 0 8 11 A2 2 0 1 0 4 11',
  secret: 'M3 7 H13 V14 H3 Z M5 7 V5 A3 3 0 0 1 11 5 V7',
};
