import { readFileSync } from 'node:fs';
import { zipSync } from 'fflate';

/** What an app package says of the company that it is made for. */
export type Package = {
  /** The bot's Application (client) ID; the app in Teams goes by the same. */
  readonly appId: string;
  /** Where people who look at the app's details are led. */
  readonly website: string;
};

/** Stands in the manifest until the package is made. */
const NO_ID = /00000000-0000-0000-0000-000000000000/g;
const NO_WEBSITE = /https:\/\/example\.com\//g;

/** The manifest for one company. */
export function manifestFor({ appId, website }: Package): string {
  return text('manifest.json')
    .replace(NO_ID, () => appId)
    .replace(NO_WEBSITE, () => website);
}

/** The zip that an admin uploads: the manifest and its two pictures. The same package is the same bytes. */
export function packed(company: Package): Uint8Array {
  const files = {
    'manifest.json': new TextEncoder().encode(manifestFor(company)),
    'color.png': readFileSync(fileOf('color.png')),
    'outline.png': readFileSync(fileOf('outline.png')),
  };
  return zipSync(files, { mtime: new Date(2026, 0, 1) });
}

function text(name: string): string {
  return readFileSync(fileOf(name), 'utf8');
}

function fileOf(name: string): URL {
  return new URL(`../../adapters/teams/appPackage/${name}`, import.meta.url);
}
