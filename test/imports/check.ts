// Holds every module of a tree against the import rules of the house.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findCycles } from './cycles.ts';
import { type FolderRule, homes, inhabited, readsEnvironment, ruleOf, testPackages } from './rules.ts';
import { type Module, type Reach, scanModules, type Target } from './scan.ts';

export type Checked = { readonly modules: number; readonly faults: readonly string[] };

export function checkImports(root: string): Checked {
  const modules = scanModules(root);
  const installed = readDependencies(root);
  const faults = [
    ...inhabited
      .filter((folder) => !modules.some((module) => module.path.startsWith(folder)))
      .map((folder) => `${folder} has no modules: is this the right folder?`),
    ...modules.flatMap((module) => module.reaches.flatMap((reach) => checkReach(module, reach, installed))),
    ...findCycles(modules).map((cycle) => `${cycle[0]} imports itself: ${[...cycle, cycle[0]].join(' → ')}`),
  ];
  return { modules: modules.length, faults };
}

function readDependencies(root: string): ReadonlySet<string> {
  const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return new Set(Object.keys(dependencies));
}

function checkReach(module: Module, reach: Reach, installed: ReadonlySet<string>): string[] {
  const rule = ruleOf(module.path);
  const why = rule === null ? null : whyNot(module.path, reach.target, rule, installed);
  return why === null ? [] : [`${module.path}:${reach.line} reaches ${nameOf(reach.target)}: ${why}`];
}

const isTest = /\.test\.ts$/;
const isForTests = /^test\/|\.test\.ts$/;

function whyNot(path: string, target: Target, rule: FolderRule, installed: ReadonlySet<string>): string | null {
  switch (target.kind) {
    case 'file':
      if (isForTests.test(target.path)) return isTest.test(path) ? null : 'only tests import what is made for tests';
      return rule.files.some((allowed) => allowed.test(target.path)) ? null : rule.says;
    case 'builtin':
      return rule.builtins ? null : rule.says;
    case 'environment':
      return readsEnvironment.test(path) ? null : 'only src/config.ts reads the environment';
    case 'unknown':
      return 'the check must be able to see where an import leads';
    case 'package':
      return whyNotPackage(path, target.name, rule, installed);
    default:
      return target satisfies never;
  }
}

function whyNotPackage(path: string, name: string, rule: FolderRule, installed: ReadonlySet<string>): string | null {
  if (isTest.test(path) && testPackages.some((allowed) => allowed === name)) return null;
  const home = homes.find((each) => each.packages.test(name));
  if (home !== undefined && !home.home.test(path)) return `it is imported ${home.says}`;
  if (rule.packages === 'none') return rule.says;
  if (rule.packages !== 'installed' && !rule.packages.includes(name)) return rule.says;
  return installed.has(name) ? null : 'it is not among the dependencies in package.json';
}

function nameOf(target: Target): string {
  switch (target.kind) {
    case 'file':
      return target.path;
    case 'environment':
      return 'process.env';
    case 'unknown':
      return target.written;
    default:
      return target.name;
  }
}
