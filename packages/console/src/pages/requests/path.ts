/** The names of a path's parameters: `/files/{path+}` has `path`. */
export function parametersOf(path: string): readonly string[] {
  return [...path.matchAll(/\{(\w+)\+?\}/g)].map(([, name = '']) => name);
}

/** A path with its parameters filled in, and a query behind it; slashes stay where a parameter takes several parts. */
export function filledPath(path: string, params: Readonly<Record<string, string>>, query: string): string {
  const filled = path.replaceAll(/\{(\w+)(\+?)\}/g, (_, name: string, greedy: string) => {
    const value = params[name] ?? '';
    return greedy ? value.split('/').map(encodeURIComponent).join('/') : encodeURIComponent(value);
  });
  return query === '' ? filled : `${filled}?${query.replace(/^\?/, '')}`;
}
