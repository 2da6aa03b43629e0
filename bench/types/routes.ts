/** How a handler knows what it gets: it takes anything; it validates by hand; its route says it. */
export type Knows = 'nothing' | 'by hand' | 'from its route';

/** The beginning of a handler, up to its brace. `parts` are what it reads, each with its schema where it has one. */
function takes(parts: Readonly<Record<string, string | undefined>>, knows: Knows): string {
  const names = `{ ${Object.keys(parts).join(', ')} }`;
  if (knows !== 'by hand') return `(${names}${knows === 'nothing' ? ': any' : ''}) => {`;
  const read = Object.entries(parts).map(([part, schema]) =>
    schema ? `const ${part} = ${schema}.parse(request.${part});` : `const { ${part} } = request;`,
  );
  return ['(request: any) => {', ...read].join('\n  ');
}

/** The route of an index, of five kinds in turn: a path alone; a query; a body; all parts with answers; a header. */
export function routeOf(index: number, knows: Knows): string {
  const path = `/things${index}`;
  const kinds = [
    () => `
export const show${index} = app.route('GET ${path}/{id}', ${takes({ params: undefined }, knows)}
  return { id: params.id, at: new Date() };
});
`,
    () => `
const Search${index} = z.object({
  page: z.coerce.number().default(1),
  word: z.string().optional(),
  tag: z.array(z.string()).optional(),
});
export const list${index} = app.route('GET ${path}', { query: Search${index} }, ${takes({ query: `Search${index}` }, knows)}
  return { page: query.page + 1, tags: query.tag ?? [] };
});
`,
    () => `
const Thing${index} = z.object({
  sku: z.string(),
  count: z.number(),
  kind: z.enum(['new', 'used']),
  tags: z.array(z.string()),
  maker: z.object({ name: z.string(), country: z.string().optional() }),
});
export const add${index} = app.route('POST ${path}', { body: Thing${index} }, ${takes({ body: `Thing${index}` }, knows)}
  return reply(201, { id: '${index}', ...body });
});
`,
    () => `
const Which${index} = z.object({ id: z.coerce.number() });
const Change${index} = z.object({ count: z.number(), note: z.string().optional() });
const said${index} = {
  params: Which${index},
  body: Change${index},
  answers: {
    200: z.object({ id: z.number(), count: z.number() }),
    404: z.object({ missing: z.number() }),
  },
};
export const change${index} = app.route('PUT ${path}/{id}', said${index}, ${takes({ params: `Which${index}`, body: `Change${index}` }, knows)}
  if (params.id === 0) return reply(404, { missing: params.id });
  return { id: params.id, count: body.count };
});
`,
    () => `
const Match${index} = z.object({ 'if-match': z.string() });
export const remove${index} = app.route('DELETE ${path}/{id}', { headers: Match${index} }, ${takes({ params: undefined, headers: `Match${index}` }, knows)}
  if (headers['if-match'] !== params.id) throw new Error(params.id);
});
`,
  ];
  return kinds[index % kinds.length]?.() ?? '';
}
