import { type Page, typeTables } from './pages.ts';

/** Where types are exported that are not on the framework's face. */
const MODULES: Readonly<Record<string, string>> = {
  ClientOptions: '/client',
  FunctionConfig: '/config',
  Manifest: '/manifest',
  StageConfig: '/config',
  TankardConfig: '/config',
  VpcConfig: '/config',
};

/** What a table leaves out, because it is said once for all types that have it. */
const BASES: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    ['Route', 'Schedule', 'Event', 'S3', 'Sns', 'Sqs', 'DynamoDB', 'Kinesis', 'Lambda', 'Websocket'].map(
      (source) => [`${source}Options`, 'HandlerOptions'],
    ),
  ),
  TankardConfig: 'StageConfig',
};

/** A module that compiles only where each table lists exactly what its type has. */
export function typeTablesModule(pages: readonly Page[]): string {
  const checks = pages.flatMap((page) =>
    typeTables(page).map(({ type, members }, index) => {
      const name = `${page.path.replaceAll(/\W/g, '_')}_${index}`;
      const listed = members.map((member) => `'${member}'`).join(' | ');
      const base = BASES[type];
      const own = base ? `Exclude<keyof ${typed(type)}, keyof ${typed(base)}>` : `keyof ${typed(type)}`;
      // In both directions, so that the compiler's message names what is missing and what is too much.
      return [
        `export const ${name}_wrong: [Exclude<${listed}, ${own}>] extends [never] ? true : Exclude<${listed}, ${own}> = true;`,
        `export const ${name}_missing: [Exclude<${own}, ${listed}>] extends [never] ? true : Exclude<${own}, ${listed}> = true;`,
      ].join('\n');
    }),
  );
  return `${checks.join('\n')}\n`;
}

const typed = (name: string) => `import('@tankard/framework${MODULES[name] ?? ''}').${name}`;
