import { createPrivateKey, X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Resolve } from './authenticate.ts';
import { createDns } from './dns.ts';
import { type Mailbox, tryMailbox } from './imap-session.ts';

type Settings = {
  readonly address: string | null;
  readonly forwarders: readonly string[];
  readonly trustedAuthserv: string | null;
  readonly smtp: null | {
    readonly port: number;
    readonly host: string;
    readonly certificate: { readonly cert: string; readonly key: string } | null;
  };
  readonly imap: Mailbox | null;
  readonly webhookSecret: string | null;
};

type Finding = { readonly line: string; readonly ok: boolean };

/**
 * Looks whether mail can come in through each door that is set, and whose: the list is the stored one, or until there is one
 * that of the settings. Changes nothing anywhere. Never throws.
 */
export async function checkEmail(
  settings: Settings,
  stored: readonly string[],
  now: Date,
  resolve: Resolve = createDns(),
): Promise<readonly Finding[]> {
  const { smtp, imap, webhookSecret, address } = settings;
  const forwarders = stored.length > 0 ? stored : settings.forwarders;
  const findings = await Promise.all([
    smtp ? checkCertificate(smtp, now) : [],
    smtp && address ? checkMailExchanger(address, resolve) : [],
    imap ? checkMailbox(imap) : [],
    webhookSecret ? [checkWebhook(webhookSecret)] : [],
    checkForwarders(forwarders, winsOver(stored, settings.forwarders), settings.trustedAuthserv, resolve),
  ]);
  return findings.flat();
}

function fine(label: string, said: string): Finding {
  return { line: `${label.padEnd(11)} ${said}`, ok: true };
}

function wanting(label: string, said: string): Finding {
  return { line: `${label.padEnd(11)} ${said}`, ok: false };
}

/** So few characters that they might be guessed; the start takes them all the same, so that an update stops nobody's mail. */
const SHORT_SECRET = 16;

function checkWebhook(secret: string): Finding {
  if (secret.length >= SHORT_SECRET) {
    return fine('Webhook', 'raw mail to POST /email/inbound, with Authorization: Bearer and the secret');
  }
  const advice = `Set one of ${SHORT_SECRET} characters or more here and at your provider`;
  return wanting('Webhook', `EMAIL_WEBHOOK_SECRET is short enough to be guessed. ${advice}`);
}

async function checkCertificate({ certificate, port, host }: NonNullable<Settings['smtp']>, now: Date) {
  const where = `listens at ${host} port ${port}`;
  if (certificate === null) return [fine('SMTP', `${where}, without STARTTLS: fit for a relay on this machine`)];
  try {
    const shown = new X509Certificate(await readFile(certificate.cert));
    const key = createPrivateKey(await readFile(certificate.key));
    if (!shown.checkPrivateKey(key)) return [wanting('SMTP', 'SMTP_TLS_KEY is not the key of SMTP_TLS_CERT')];
    const until = shown.validToDate.toISOString().slice(0, 10);
    if (shown.validToDate < now)
      return [wanting('SMTP', `the certificate in SMTP_TLS_CERT ended on ${until}; renew it`)];
    return [fine('SMTP', `${where}, with STARTTLS; its certificate is good until ${until}`)];
  } catch (error) {
    return [wanting('SMTP', `SMTP_TLS_CERT or SMTP_TLS_KEY cannot be read as PEM (${codeOf(error)})`)];
  }
}

async function checkMailExchanger(address: string, resolve: Resolve): Promise<readonly Finding[]> {
  const domain = address.slice(address.lastIndexOf('@') + 1);
  try {
    const found = (await resolve(domain, 'MX')) as { exchange: string; priority: number }[];
    const first = found.toSorted((one, other) => one.priority - other.priority)[0];
    return [fine('MX', `mail for ${address} goes to ${first?.exchange}; that is Herald, or a relay that passes it on`)];
  } catch (error) {
    return [wanting('MX', `DNS names no server for mail to ${domain} (${codeOf(error)}); add an MX record`)];
  }
}

async function checkMailbox(mailbox: Mailbox): Promise<readonly Finding[]> {
  const { user, host, folder } = mailbox;
  try {
    await tryMailbox(mailbox);
    return [fine('IMAP', `${user} at ${host} lets Herald in; it takes in what comes to ${folder}`)];
  } catch (error) {
    return [wanting('IMAP', `${user} at ${host} does not let Herald in (${codeOf(error)}); check IMAP_URL`)];
  }
}

/** Where the stored list and the one that is set differ, an operator should know which counts. */
function winsOver(stored: readonly string[], set: readonly string[]): string {
  const others = set.filter((one) => !stored.includes(one.toLowerCase()));
  const same = others.length === 0 && set.length === stored.length;
  return stored.length === 0 || set.length === 0 || same
    ? ''
    : ' (as stored; EMAIL_FORWARDERS only seeds the list while it is empty)';
}

/** A list without anybody refuses everybody, and a domain without DMARC proves nothing. */
async function checkForwarders(
  forwarders: readonly string[],
  whichWins: string,
  trustedAuthserv: string | null,
  resolve: Resolve,
): Promise<readonly Finding[]> {
  if (forwarders.length === 0) {
    return [
      wanting('Forwarders', 'nobody is listed, so all mail is refused; set EMAIL_FORWARDERS, or use /kudos settings'),
    ];
  }
  const listed = fine('Forwarders', `${forwarders.join(', ')}${whichWins}`);
  if (trustedAuthserv !== null) return [listed, fine('Proof', `what ${trustedAuthserv} says of a mail is believed`)];
  const domains = [...new Set(forwarders.map((one) => one.slice(one.lastIndexOf('@') + 1)))];
  const lacking = await Promise.all(domains.map((domain) => withoutDmarc(domain, resolve)));
  return [listed, ...lacking.flat()];
}

async function withoutDmarc(domain: string, resolve: Resolve): Promise<readonly Finding[]> {
  try {
    const records = (await resolve(`_dmarc.${domain}`, 'TXT')) as string[][];
    if (records.some((record) => record.join('').startsWith('v=DMARC1'))) return [];
    return [wanting('Proof', `_dmarc.${domain} holds no DMARC record: mail from there is refused`)];
  } catch (error) {
    const said = `${domain} has no DMARC record of its own (${codeOf(error)}): mail from there is refused, unless the domain above it has one`;
    return [wanting('Proof', said)];
  }
}

/** Never a message: it may hold an address with its password. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown fault';
  if ('authenticationFailed' in error && error.authenticationFailed) return 'name or password refused';
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}
