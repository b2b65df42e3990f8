// The app's manifest against Microsoft's schema, and against the code, both ways.

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import { unzipSync } from 'fflate';
import { describe, expect, it, onTestFinished } from 'vitest';
import { EXTENSION, SEARCH_PARAMETER } from '../../adapters/teams/extension.ts';
import { teamsPen } from '../../adapters/teams/pen.ts';
import { whatToType } from '../../src/wording/help.ts';
import { manifestFor } from './pack.ts';

const require = createRequire(import.meta.url);
const appId = '3f1d4a52-8c1e-4d3b-9a75-0c1f2e3d4b5a';
const website = 'https://herald.example.com/';

type Command = {
  readonly id: string;
  readonly type: string;
  readonly parameters?: readonly { readonly name: string }[];
};
type Manifest = {
  readonly id: string;
  readonly manifestVersion: string;
  readonly bots: readonly {
    readonly botId: string;
    readonly scopes: readonly string[];
    readonly supportsFiles: boolean;
    readonly commandLists: readonly {
      readonly scopes: readonly string[];
      readonly commands: readonly { readonly title: string }[];
    }[];
  }[];
  readonly composeExtensions: readonly { readonly botId: string; readonly commands: readonly Command[] }[];
};

const manifest: Manifest = JSON.parse(manifestFor({ appId, website }));
const [bot] = manifest.bots;
const [extension] = manifest.composeExtensions;

describe('the manifest', () => {
  it('is one that Microsoft’s schema takes', () => {
    const schemas = join(dirname(require.resolve('@microsoft/app-manifest/package.json')), 'build/json-schemas/teams');
    const file = join(schemas, `v${manifest.manifestVersion}`, 'MicrosoftTeams.schema.json');
    const schema = JSON.parse(readFileSync(file, 'utf8'));
    const { $schema: _draft, ...rest } = schema;
    const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false });
    const validate = ajv.compile(rest);
    expect(validate(manifest) ? [] : validate.errors).toEqual([]);
    expect(validate({ ...manifest, icons: {} })).toBe(false);
  });

  it('is of the company whose ID it is made with', () => {
    expect([manifest.id, bot?.botId, extension?.botId]).toEqual([appId, appId, appId]);
    expect(manifestFor({ appId, website })).not.toMatch(/00000000-|example\.com\/"(?<!herald\.example\.com\/")/);
  });

  it('offers Herald to a person, a team and a group chat, and takes files', () => {
    expect(bot?.scopes).toEqual(['personal', 'team', 'groupChat']);
    expect(bot?.supportsFiles).toBe(true);
  });

  it('lists what can be typed, as much of it as Teams lists; help, which shows all of it, comes last', () => {
    const { typed } = teamsPen('UTC');
    const words = new Set(whatToType.map(({ type }) => typed(type).split(' ')[0]));
    for (const { commands } of bot?.commandLists ?? []) {
      const listed = commands.map(({ title }) => title);
      expect([...words]).toEqual(expect.arrayContaining(listed));
      expect(new Set(listed).size).toBe(10);
      expect(listed.at(-1)).toBe('help');
    }
    expect(bot?.commandLists.flatMap(({ scopes }) => scopes)).toEqual(bot?.scopes);
  });

  it('has the message extension’s commands that the code knows, and all of them', () => {
    const commands = extension?.commands ?? [];
    expect(commands.map(({ id }) => id).sort()).toEqual(Object.values(EXTENSION).sort());
    const queries = commands.filter(({ type }) => type === 'query');
    expect(queries.map(({ id, parameters }) => [id, parameters?.map(({ name }) => name)])).toEqual([
      [EXTENSION.findStories, [SEARCH_PARAMETER]],
    ]);
  });

  it('names no other chat', () => {
    expect(manifestFor({ appId, website })).not.toMatch(/slack|zoom|discord|webex|google chat|mattermost|whatsapp/i);
  });
});

describe('npm run teams:package', () => {
  const run = fileURLToPath(new URL('run.ts', import.meta.url));

  function inFolder(env: string): string {
    const folder = mkdtempSync(join(tmpdir(), 'herald-package-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    writeFileSync(join(folder, '.env'), env);
    return folder;
  }

  it('makes the zip that Teams wants, from .env', () => {
    const folder = inFolder(`TEAMS_APP_ID=${appId}\nPUBLIC_URL=${website}\n`);
    const said = execFileSync(process.execPath, [run], { cwd: folder, encoding: 'utf8' });
    expect(said).toContain('data/herald-teams.zip');
    const files = unzipSync(readFileSync(join(folder, 'data/herald-teams.zip')));
    expect(Object.keys(files).sort()).toEqual(['color.png', 'manifest.json', 'outline.png']);
    expect(JSON.parse(new TextDecoder().decode(files['manifest.json']))).toEqual(manifest);
    expect(sizeOf(files['color.png'])).toEqual([192, 192]);
    expect(sizeOf(files['outline.png'])).toEqual([32, 32]);
  });

  it('says what is missing', () => {
    expect(() => execFileSync(process.execPath, [run], { cwd: inFolder(''), stdio: 'pipe' })).toThrow(/TEAMS_APP_ID/);
  });
});

/** Width and height, as a PNG has them at its beginning. */
function sizeOf(png: Uint8Array | undefined): readonly number[] {
  const bytes = Buffer.from(png ?? []);
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
}
