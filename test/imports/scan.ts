// Finds every way in which one of our modules can reach another: what the language calls an import and what only
// amounts to one (a worker's URL, a type's `import()`, the process environment).

import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { parseAst } from 'vitest/node';

/** `file` paths are relative to the root, with forward slashes. `url` is a file named, not imported (a worker). */
export type Target =
  | { readonly kind: 'file'; readonly path: string; readonly how: 'import' | 'url' }
  | { readonly kind: 'package'; readonly name: string }
  | { readonly kind: 'builtin'; readonly name: string }
  | { readonly kind: 'environment' }
  /** An import that leads to no file of the root, or whose target is not written out. */
  | { readonly kind: 'unknown'; readonly written: string };

export type Reach = { readonly line: number; readonly target: Target };
export type Module = { readonly path: string; readonly reaches: readonly Reach[] };

type Syntax = { readonly type: string; readonly start: number; readonly [field: string]: unknown };

const codeFile = /\.(ts|mts|cts|js|mjs|cjs)$/;

/** All modules under the root, with what each reaches; throws on a file that cannot be parsed. */
export function scanModules(root: string): Module[] {
  const paths = globSync('{src,adapters,db,test}/**/*', { cwd: root }).map(slashed);
  return paths
    .filter((path) => codeFile.test(path) && statSync(join(root, path)).isFile())
    .sort()
    .map((path) => ({ path, reaches: scanModule(root, path) }));
}

function scanModule(root: string, path: string): Reach[] {
  const text = readFileSync(join(root, path), 'utf8');
  const program = parseAst(text, { lang: path.endsWith('ts') ? 'ts' : 'js' }, path) as unknown as Syntax;
  const reaches: Reach[] = [];
  visit(program, (syntax) => {
    const found = readReach(syntax);
    if (found === null) return;
    const line = text.slice(0, syntax.start).split('\n').length;
    const target = resolveTarget(root, path, found);
    if (target !== null) reaches.push({ line, target });
  });
  return reaches;
}

function visit(value: unknown, see: (syntax: Syntax) => void): void {
  if (Array.isArray(value)) {
    for (const each of value) visit(each, see);
  } else if (isSyntax(value)) {
    see(value);
    for (const field of Object.values(value)) visit(field, see);
  }
}

function isSyntax(value: unknown): value is Syntax {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

type Found =
  | { readonly kind: 'import' | 'url'; readonly written: string | null }
  | { readonly kind: 'environment'; readonly written: 'process.env' };

const environment: Found = { kind: 'environment', written: 'process.env' };

function readReach(syntax: Syntax): Found | null {
  switch (syntax.type) {
    case 'ImportDeclaration':
      return importsEnvironment(syntax) ? environment : { kind: 'import', written: literal(syntax.source) };
    case 'ExportAllDeclaration':
    case 'ImportExpression':
    case 'TSImportType':
      return { kind: 'import', written: literal(syntax.source) };
    case 'ExportNamedDeclaration':
      return isSyntax(syntax.source) ? { kind: 'import', written: literal(syntax.source) } : null;
    case 'TSExternalModuleReference':
      return { kind: 'import', written: literal(syntax.expression) };
    case 'CallExpression':
      return isNamed(syntax.callee, 'require') ? { kind: 'import', written: literal(firstOf(syntax)) } : null;
    case 'NewExpression':
      return isNamed(syntax.callee, 'URL') ? readUrl(syntax) : null;
    case 'MemberExpression':
      return isNamed(syntax.object, 'process') &&
        (isNamed(syntax.property, 'env') || literal(syntax.property) === 'env')
        ? environment
        : null;
    case 'VariableDeclarator':
      return isNamed(syntax.init, 'process') && takesEnv(syntax.id) ? environment : null;
    default:
      return null;
  }
}

/** True unless it names what it takes, and that is not `env`, or goes by its own name, under which it is recognized. */
function importsEnvironment(syntax: Syntax): boolean {
  if (!/^(node:)?process$/.test(literal(syntax.source) ?? '') || !Array.isArray(syntax.specifiers)) return false;
  return !syntax.specifiers.every((specifier) =>
    specifier.type === 'ImportSpecifier' ? !isNamed(specifier.imported, 'env') : isNamed(specifier.local, 'process'),
  );
}

function readUrl(syntax: Syntax): Found | null {
  const written = literal(firstOf(syntax));
  return written !== null && codeFile.test(written) && written.startsWith('.') ? { kind: 'url', written } : null;
}

function takesEnv(pattern: unknown): boolean {
  if (!isSyntax(pattern) || !Array.isArray(pattern.properties)) return false;
  return pattern.properties.some((property) => isNamed(property.key, 'env'));
}

function firstOf(call: Syntax): unknown {
  return Array.isArray(call.arguments) ? call.arguments[0] : undefined;
}

function isNamed(value: unknown, name: string): boolean {
  return isSyntax(value) && value.type === 'Identifier' && value.name === name;
}

function literal(value: unknown): string | null {
  if (!isSyntax(value)) return null;
  return value.type === 'Literal' && typeof value.value === 'string' ? value.value : null;
}

function resolveTarget(root: string, from: string, found: Found): Target | null {
  if (found.kind === 'environment') return { kind: 'environment' };
  if (found.written === null) return { kind: 'unknown', written: 'something not written out as a plain string' };
  const written = found.written;
  if (isBuiltin(written)) return { kind: 'builtin', name: written };
  if (!written.startsWith('.')) return resolvePackage(written);
  const path = slashed(relative(root, resolve(root, dirname(from), written)));
  const there = !path.startsWith('..') && existsSync(join(root, path));
  return there ? { kind: 'file', path, how: found.kind } : { kind: 'unknown', written };
}

function resolvePackage(written: string): Target {
  const name = /^(?:@[\w.-]+\/)?[\w.-]+/.exec(written)?.[0];
  return name === undefined || written.includes(':') ? { kind: 'unknown', written } : { kind: 'package', name };
}

function slashed(path: string): string {
  return path.split(sep).join('/');
}
