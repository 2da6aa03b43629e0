/** How esbuild reads a code file. */
export function loaderOf(path: string): 'ts' | 'tsx' | 'js' | 'jsx' {
  if (path.endsWith('x')) return path.endsWith('.tsx') ? 'tsx' : 'jsx';
  return /\.[cm]?ts$/.test(path) ? 'ts' : 'js';
}
