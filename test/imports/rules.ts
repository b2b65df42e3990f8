// The import rules of the house, as data: who may reach what. docs/architecture.md tells why.

export type FolderRule = {
  /** Where the rule holds; the first that matches a module's path is its rule. */
  readonly of: RegExp;
  readonly says: string;
  readonly files: readonly RegExp[];
  readonly packages: 'none' | 'installed' | readonly string[];
  readonly builtins: boolean;
};

/** What can be asked, shown and read; a noun's own contract stands beside those of all. */
const contracts =
  /^src\/(commands|questions|ports|views|wall|touchpoints|ideas|obstacles|privacy|privacy-reading|pulse|digest-below)\.ts$/;
const recognition = /^src\/recognition\//;

/** A rule for one adapter: it may use itself and nothing of the other adapters. */
function adapterRule(name: string): FolderRule {
  return {
    of: new RegExp(`^adapters/${name}/`),
    says: 'an adapter imports its own folder, src/wording and the contracts that CONTRIBUTING.md lists',
    files: [new RegExp(`^adapters/${name}/`), contracts, /^src\/wording\//],
    packages: 'installed',
    builtins: true,
  };
}

const page = /^adapters\/web\/page\//;

const fixedRules: readonly FolderRule[] = [
  {
    of: /^src\/recognition\//,
    says: 'recognition/ imports only itself, commands and views',
    files: [recognition, /^src\/(commands|views|touchpoints|ideas|obstacles|pulse|digest-below)\.ts$/],
    packages: 'none',
    builtins: false,
  },
  {
    of: /^src\/(main\.ts$|wiring\/)/,
    says: 'main.ts and wiring/ import everything but tests',
    files: [/^(src|adapters|db)\//],
    packages: 'installed',
    builtins: true,
  },
  {
    of: /^src\//,
    says: 'src/ imports no adapter and no database, except main.ts and wiring/',
    files: [/^src\//],
    packages: 'installed',
    builtins: true,
  },
  {
    of: page,
    says: 'the page runs in a browser and imports only its own files',
    files: [page],
    packages: 'none',
    builtins: false,
  },
  {
    of: /^db\//,
    says: 'db/ imports commands, ports, views, recognition/ and better-sqlite3',
    files: [/^db\//, contracts, recognition],
    packages: ['better-sqlite3'],
    builtins: true,
  },
];

/** The rule a module stands under; null in test/, which may import anything. */
export function ruleOf(path: string): FolderRule | null {
  const fixed = fixedRules.find((rule) => rule.of.test(path));
  if (fixed !== undefined) return fixed;
  const adapter = /^adapters\/([^/]+)\//.exec(path)?.[1];
  return adapter === undefined ? null : adapterRule(adapter);
}

/** Folders in which modules must have been seen: a checker that sees nothing finds nothing wrong. */
export const inhabited = ['src/', 'src/recognition/', 'src/wording/', 'adapters/', 'db/', 'test/'] as const;

/** Where a package is at home; it is imported nowhere else but in tests. */
export const homes: readonly { readonly packages: RegExp; readonly home: RegExp; readonly says: string }[] = [
  { packages: /^better-sqlite3$/, home: /^db\//, says: 'only in db/' },
  {
    packages: /^(postal-mime|html-to-text|smtp-server|mailauth|imapflow)$/,
    home: /^adapters\/email\//,
    says: 'only in adapters/email/',
  },
  {
    packages: /^(echarts|@resvg\/|@expo-google-fonts\/)/,
    home: /^src\/pictures\//,
    says: 'only in src/pictures/',
  },
  { packages: /^node-cron$/, home: /^src\/schedule\.ts$/, says: 'only in src/schedule.ts' },
  { packages: /^@slack\//, home: /^adapters\/slack\//, says: 'only in adapters/slack/' },
  { packages: /^(botbuilder|botframework|@microsoft\/)/, home: /^adapters\/teams\//, says: 'only in adapters/teams/' },
];

/** Who may read the process environment. */
export const readsEnvironment = /^src\/(config\.ts|herald\.js)$/;

/** What tests beside a rule or an adapter may import besides. */
export const testPackages = ['vitest', 'fast-check'] as const;
