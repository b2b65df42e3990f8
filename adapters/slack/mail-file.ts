import type { ForwardedMail } from '../../src/commands.ts';
import { DeliveryError } from '../../src/ports.ts';
import type { Refusal } from '../../src/views.ts';
import { type Desk, identity } from './desk.ts';
import type { Draft, Ready } from './draft.ts';
import { fileShape, isRaw, type MailFile } from './file-facts.ts';
import { DOWNLOAD_MS, MAIL_BYTES } from './limits.ts';
import { mailText } from './mail-text.ts';
import { introduce, meet } from './meet.ts';
import { readMember } from './member.ts';
import { troubleOf } from './trouble.ts';

/** What Slack holds under this id. Rejects when it does not tell. */
export async function fileOf({ api }: Desk, id: string): Promise<MailFile | null> {
  const { file } = await api.files.info({ file: id });
  const { success, data } = fileShape.safeParse(file);
  return success ? data : null;
}

/** A customer's words out of a mail: one that a person dropped, or one that Slack received for a channel. */
export async function mailFrom(
  desk: Desk,
  { user, file: id }: Extract<Draft, { type: 'mail-file' }>,
): Promise<Ready | Refusal> {
  const file = await fileOf(desk, id);
  if (file === null) return { type: 'refusal', reason: 'nothing-readable', what: 'empty', limit: null };
  const raw = isRaw(file) ? await download(desk, file) : mailText(file);
  if (!(raw instanceof Uint8Array)) return raw;
  const read = await desk.mail.read(raw);
  if (read.type === 'refusal') return read;
  if (user !== null) {
    await meet(desk, [user]);
    return { type: 'capture-praise', by: identity(desk, user), mail: read.mail };
  }
  const sender = read.from?.email ?? file.from?.[0]?.address ?? null;
  const mayNot = await mayNotForward(desk, sender);
  if (mayNot !== null) return mayNot;
  const colleague = sender === null ? null : await colleagueAt(desk, sender);
  if (colleague !== null) return { type: 'capture-praise', by: identity(desk, colleague), mail: read.mail };
  const keeper = await someoneWhoManages(desk);
  if (keeper === null) return { type: 'refusal', reason: 'admins-only' };
  return { type: 'capture-praise', by: identity(desk, keeper), mail: fromCustomer(read.mail, file) };
}

/** Once an admin has named who forwards, a channel's address takes nobody else's mail for praise. */
async function mayNotForward({ core, workspace, settings }: Desk, sender: string | null): Promise<Refusal | null> {
  const named = (await settings.current())?.forwarders ?? [];
  if (named.length === 0) return null;
  const { connection } = workspace;
  const view = sender === null ? null : await core.ask({ type: 'may-forward', connection, email: sender });
  if (view?.type === 'known') return null;
  return { type: 'refusal', reason: 'mail-from-stranger', sender };
}

async function download({ token }: Desk, file: MailFile): Promise<Uint8Array | Refusal> {
  if ((file.size ?? 0) > MAIL_BYTES)
    return { type: 'refusal', reason: 'nothing-readable', what: 'too-big', limit: MAIL_BYTES };
  const url = file.url_private_download ?? file.url_private;
  if (!url) return { type: 'refusal', reason: 'nothing-readable', what: 'empty', limit: null };
  const response = await fetch(url, {
    headers: { Authorization: `Bearer ${token}` },
    // To a token without the right to it, Slack answers with the way to a page for signing in.
    redirect: 'manual',
    signal: AbortSignal.timeout(DOWNLOAD_MS),
  });
  if (!response.ok) throw new DeliveryError(`Slack answered ${response.status} to a download.`);
  return new Uint8Array(await response.arrayBuffer());
}

/** Whose address this is in the workspace; null when nobody's. */
async function colleagueAt(desk: Desk, email: string): Promise<string | null> {
  try {
    const { user } = await desk.api.users.lookupByEmail({ email });
    const member = readMember(user, desk.workspace.team);
    if (member === null || !member.facts.active) return null;
    await introduce(desk, [member.facts]);
    return member.user;
  } catch (error) {
    const trouble = troubleOf(error);
    if (trouble.kind === 'refused') return null;
    throw error;
  }
}

/** Who looks after mail that no colleague brought: somebody who manages, or else an admin. */
export async function someoneWhoManages({ core, workspace }: Desk): Promise<string | null> {
  const view = await core.ask({ type: 'people', connection: workspace.connection });
  const people = view.type === 'people' ? view.people.filter(({ active, kind }) => active && kind === 'human') : [];
  return (people.find(({ manager }) => manager) ?? people.find(({ admin }) => admin))?.user ?? null;
}

/** Nobody forwarded it: whoever wrote it is the customer. */
function fromCustomer(mail: ForwardedMail, { from }: MailFile): ForwardedMail {
  const [sender] = from ?? [];
  if (mail.customer.email !== null || !sender) return mail;
  return { ...mail, customer: { name: sender.name ?? null, email: sender.address ?? null } };
}
