import { allUses } from './all-uses.ts';
import type { FileModel, Unit } from './file-model.ts';
import { resolveName } from './resolve.ts';

/**
 * A function that registers handlers may be called from anywhere, so that code which names it, even
 * by way of other functions, may register too: such code runs for every function of the app.
 */
export function settleFactories(files: ReadonlyMap<string, FileModel>): void {
  const factories = new Set<Unit>();
  for (const { units } of files.values()) {
    for (const unit of units)
      if (unit.sites.some(({ context }) => context === 'function')) factories.add(unit);
  }
  if (factories.size === 0) return;
  for (let before = -1; before !== factories.size; ) {
    before = factories.size;
    for (const file of files.values()) {
      for (const unit of file.units) {
        if (factories.has(unit) || !namesOne(files, file, unit, factories)) continue;
        factories.add(unit);
        if (!unit.pure) unit.keep = 'always';
      }
    }
  }
}

function namesOne(
  files: ReadonlyMap<string, FileModel>,
  file: FileModel,
  unit: Unit,
  factories: ReadonlySet<Unit>,
): boolean {
  return allUses(unit).some(({ name }) => {
    const declared = resolveName(files, file, name);
    return declared !== undefined && factories.has(declared.unit);
  });
}
