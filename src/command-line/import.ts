import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Identity } from '../commands.ts';
import type { House } from '../house.ts';
import { mailboxOf } from '../mailbox.ts';
import type { ReadMail } from '../ports.ts';
import type { Organization } from '../recognition/organization.ts';
import { plainText } from '../wording/plain.ts';
import { type CliCommand, DONE, FAILED, Misused, type Output } from './command.ts';

export function importCommand(openHouse: () => Promise<House>): CliCommand {
  return {
    usage: 'import <file.eml|file.mbox>…',
    summary: "Puts customers' praise from mail files into the inbox of whoever forwarded it.",
    help: [
      'You vouch for the files: whoever their From names counts as the forwarder.',
      'A mail that is here already is said to be, and is no failure.',
      'Exit code 1 when any file could not be read; the others are taken in all the same.',
    ].join('\n'),
    async run(files, out) {
      const option = files.find((file) => file.startsWith('-'));
      if (option) throw new Misused(`There is no option ${option}.`);
      if (files.length === 0) throw new Misused('Name at least one file.');
      const house = await openHouse();
      try {
        let failed = 0;
        for (const file of files) if (!(await importFile(house, file, out))) failed += 1;
        return failed === 0 ? DONE : FAILED;
      } finally {
        await house.close();
      }
    },
  };
}

async function importFile(house: House, file: string, out: Output): Promise<boolean> {
  let raw: Uint8Array;
  try {
    raw = await readFile(file);
  } catch (error) {
    out.problem(`${file}: ${notOpened(error)}`);
    return false;
  }
  if (!file.toLowerCase().endsWith('.mbox') || raw.length === 0) return importMail(house, file, raw, out);
  let good = true;
  let number = 0;
  for (const mail of await house.splitMbox(raw)) {
    number += 1;
    good = (await importMail(house, `${file}, mail ${number}`, mail, out)) && good;
  }
  return good;
}

function notOpened(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : 'unknown fault';
  if (code === 'ENOENT') return 'there is no such file.';
  return code === 'EISDIR' ? 'is a folder. Name the files in it.' : `cannot be read (${code}).`;
}

async function importMail(house: House, name: string, raw: Uint8Array, out: Output): Promise<boolean> {
  const read = await house.mail.read(raw);
  if (read.type === 'refusal') {
    out.problem(`${name}: ${plainText(read)}`);
    return false;
  }
  const organization = await house.organizationServed();
  if (organization === null) {
    out.problem(
      `${name}: its chat was never open here, so that nobody has an inbox yet. Run herald start once, then import.`,
    );
    return false;
  }
  const by = await forwarder(house, organization, read);
  if (!by) {
    out.problem(`${name}: it does not say who forwarded it, and nobody here manages. Add a From line and try again.`);
    return false;
  }
  const at = house.clock.now();
  const key = `email:${read.mail.messageIds[0] ?? createHash('sha256').update(raw).digest('hex')}`;
  const reply = await house.core.handle({ type: 'capture-praise', key, by, at, mail: read.mail });
  if (reply.type === 'refusal') {
    out.problem(`${name}: ${plainText(reply)}`);
    return false;
  }
  const here =
    reply.type === 'praise-already-here' ||
    reply.type === 'praise-expired' ||
    (reply.type === 'praise-waiting' && reply.praise.capturedAt < at);
  out.line(`${name}: ${here ? 'is here already.' : `waits in the inbox of ${inboxOwner(reply)}.`}`);
  return true;
}

function inboxOwner(reply: Awaited<ReturnType<House['core']['handle']>>): string {
  return reply.type === 'praise-waiting' ? reply.praise.forwarder.name : 'its forwarder';
}

/** Who the mail is from, made known where nobody here has that address; without a From, somebody who manages. */
async function forwarder(house: House, organization: Organization, { from }: ReadMail): Promise<Identity | null> {
  const { read } = house.ledger;
  if (from === null) {
    const manager = (await read.peopleOf(organization.id)).find((person) => person.manager || person.admin);
    return manager ? ((await read.identitiesOf(manager.id))[0] ?? null) : null;
  }
  const email = from.email.toLowerCase();
  const connection = mailboxOf(organization);
  const identity: Identity = { connection, user: email };
  if (await read.person(identity)) return identity;
  const known = await read.personByEmail(organization.id, email);
  const at = house.clock.now();
  await house.core.handle({
    type: 'open-connection',
    key: `open:${connection}`,
    at,
    organization: { id: organization.id, name: organization.name, sample: organization.sample },
    connection: { id: connection, platform: 'email', digestChannel: null },
    schedule: organization.schedule,
  });
  const name = known?.name ?? from.name ?? email;
  await house.core.handle({
    type: 'meet-people',
    key: `meet:${connection}:${email}`,
    at,
    connection,
    people: [
      {
        user: email,
        name,
        email,
        kind: 'human',
        manager: false,
        admin: false,
        active: known?.active ?? true,
        guest: known?.guest ?? false,
      },
    ],
  });
  return identity;
}
