import { transform } from 'esbuild';

/** A decorator, on a line that is none of a block comment. A false hit only costs a pass of esbuild. */
const DECORATOR = /^(?!\s*\*).*?(?<![\w"'`@/-])@[A-Za-z_$(]/m;

/** A plugin as Vite and vitest take it. Spelled out here, so that no project needs Vite's types for it. */
export interface DecoratorPlugin {
  readonly name: string;
  readonly enforce: 'pre';
  transform(code: string, id: string): Promise<{ code: string; map: string } | null>;
}

/**
 * Lets decorated classes run under vitest, whose own compiler hands decorators on as they stand, and no engine runs
 * them. esbuild, which the project has installed, lowers the files that hold one, as the command does for Lambda.
 *
 * @example
 * export default defineConfig({ plugins: [tankard()] });
 */
export function tankard(): DecoratorPlugin {
  return {
    name: 'tankard:lower-decorators',
    enforce: 'pre',
    async transform(code, id) {
      const [file = ''] = id.split('?', 1);
      if (!/\.[cm]?tsx?$/.test(file) || file.includes('/node_modules/') || !DECORATOR.test(code)) return null;
      const loader = file.endsWith('x') ? 'tsx' : 'ts';
      const out = await transform(code, { loader, target: 'node24', sourcemap: true, sourcefile: file });
      return { code: out.code, map: out.map };
    },
  };
}
