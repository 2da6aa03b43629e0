import type { Box } from './box.ts';

/** A map with a place for everything on it: what the console shows and `tankard graph --svg` writes. Lengths are pixels. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly DrawnBox[];
  readonly arrows: readonly DrawnArrow[];
}

export interface DrawnBox extends Pick<Box, 'id' | 'kind'> {
  /** Its left upper corner. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** What it is, for people: `table`. */
  readonly title: string;
  readonly name: string;
  /** A picture of the kind, 16 by 16, as an SVG path to be stroked. */
  readonly icon: string;
}

export interface DrawnArrow {
  readonly from: string;
  readonly to: string;
  readonly kind: 'calls' | 'uses';
  /** SVG paths of the line and of its filled head. */
  readonly line: string;
  readonly head: string;
  /** Its middle, and a line of text each. */
  readonly label?: { readonly x: number; readonly y: number; readonly lines: readonly string[] } | undefined;
}
