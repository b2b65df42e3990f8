import type { Module } from './scan.ts';

/**
 * The import cycles of a tree, each as the paths of one way around. Types count: two files that need each other's
 * types are one thought in two places. A worker's URL does not: starting a worker is no import.
 */
export function findCycles(modules: readonly Module[]): string[][] {
  const imports = new Map(modules.map((module) => [module.path, importsOf(module)]));
  const finished = new Set<string>();
  const cycles: string[][] = [];
  const walk = (path: string, way: readonly string[]): void => {
    const begun = way.indexOf(path);
    if (begun >= 0) cycles.push(way.slice(begun));
    if (begun >= 0 || finished.has(path)) return;
    for (const next of imports.get(path) ?? []) walk(next, [...way, path]);
    finished.add(path);
  };
  for (const { path } of modules) walk(path, []);
  return cycles;
}

function importsOf(module: Module): Set<string> {
  const paths = module.reaches.flatMap(({ target }) =>
    target.kind === 'file' && target.how === 'import' ? [target.path] : [],
  );
  return new Set(paths);
}
