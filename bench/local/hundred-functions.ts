import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const OTHERS = 99;

/** Makes the app one of a hundred functions, each in a file of its own. */
export function hundredFunctions(folder: string): void {
  const write = (name: string, text: string) => writeFileSync(join(folder, 'src', name), text);
  const source = readFileSync(join(folder, 'src', 'app.ts'), 'utf8');
  const hello = source.slice(source.indexOf('export const hello'));
  write('service.ts', "import { App } from '@tankard/framework';\nexport const app = new App('hundred');\n");
  write('hello.ts', `import { app } from './service.ts';\n${hello}`);
  const others = Array.from({ length: OTHERS }, (_, index) => `other-${index}`);
  for (const [index, name] of others.entries())
    write(
      `${name}.ts`,
      `import { app } from './service.ts';\nexport const other${index} = app.lambda(async () => 'Hello from ${index}');\n`,
    );
  const imports = ['hello', ...others].map((name) => `import './${name}.ts';\n`);
  write('app.ts', `export { app } from './service.ts';\n${imports.join('')}`);
}
