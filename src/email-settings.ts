import { z } from 'zod';
import { type DoorSettings, type Given, parseDoor } from './door-settings.ts';

/** How customers' praise reaches Herald by mail: through one door or several. */
export type EmailSettings = {
  /** The address that mail is taken in for. */
  readonly address: string | null;
  /** Who may forward, until somebody changes that in a chat: addresses, and domains as `@example.com`. */
  readonly forwarders: readonly string[];
  /** The relay whose Authentication-Results are believed; null: Herald looks itself. */
  readonly trustedAuthserv: string | null;
  readonly smtp: null | {
    readonly port: number;
    readonly host: string;
    /** Files for STARTTLS, in PEM; null for none. */
    readonly certificate: { readonly cert: string; readonly key: string } | null;
  };
  readonly imap: null | Mailbox;
  readonly webhookSecret: string | null;
};

/** A mailbox at a server; `secure` is TLS from the first byte, otherwise STARTTLS is insisted on. */
export type Mailbox = {
  readonly host: string;
  readonly port: number;
  readonly secure: boolean;
  readonly user: string;
  readonly password: string;
  readonly folder: string;
};

const ADDRESS = /^[^\s@<>,;]+@[^\s@<>,;.]+(\.[^\s@<>,;.]+)+$/;
const FORWARDER = /^[^\s@<>,;]*@[^\s@<>,;.]+(\.[^\s@<>,;.]+)+$/;

/** Email's part of the environment. */
export const emailShape = () => ({
  SMTP_PORT: z
    .string()
    .trim()
    .refine(isPort, 'is a port number from 0 to 65535, such as 2525.')
    .transform(Number)
    .optional(),
  SMTP_HOST: z.string().trim().default('127.0.0.1'),
  SMTP_TLS_CERT: z.string().trim().optional(),
  SMTP_TLS_KEY: z.string().trim().optional(),
  IMAP_URL: z
    .string()
    .trim()
    .transform((url, context) => {
      const mailbox = mailboxAt(url);
      if (mailbox) return mailbox;
      context.addIssue('is an address such as imaps://praise%40example.com:password@imap.example.com/INBOX.');
      return z.NEVER;
    })
    .optional(),
  EMAIL_WEBHOOK_SECRET: z.string().trim().optional(),
  EMAIL_ADDRESS: z
    .string()
    .trim()
    .refine((address) => ADDRESS.test(address), 'is one mail address, such as praise@example.com.')
    .optional(),
  EMAIL_FORWARDERS: z
    .string()
    .transform((list) => list.split(/[\s,]+/).filter((one) => one !== ''))
    .refine(
      (list) => list.every((one) => FORWARDER.test(one)),
      'is a list of mail addresses, or of domains as @example.com, with commas between them.',
    )
    .optional(),
  EMAIL_TRUSTED_AUTHSERV: z.string().trim().optional(),
});

export function readEmail(given: Given): DoorSettings<EmailSettings> {
  return parseDoor(emailShape(), given, emailOf, halfOfEmail(given));
}

const DOORS = ['SMTP_PORT', 'IMAP_URL', 'EMAIL_WEBHOOK_SECRET'];

/** What is missing for mail to come in; all of it at once. Who may forward counts for mail that comes through a chat, too. */
function halfOfEmail(given: Given): readonly string[] {
  const faults: string[] = [];
  const set = Object.keys(given).filter((name) => /^(SMTP|EMAIL|IMAP)_/.test(name) && name !== 'EMAIL_FORWARDERS');
  if (set.length > 0 && !DOORS.some((door) => door in given)) {
    faults.push(`${set.join(', ')}: mail needs a way in too. Set SMTP_PORT, IMAP_URL or EMAIL_WEBHOOK_SECRET.`);
  }
  if ('SMTP_PORT' in given && !('EMAIL_ADDRESS' in given)) {
    faults.push('EMAIL_ADDRESS is missing: the address that people forward to, such as praise@example.com.');
  }
  if ('SMTP_TLS_CERT' in given !== 'SMTP_TLS_KEY' in given) {
    const missing = 'SMTP_TLS_CERT' in given ? 'SMTP_TLS_KEY' : 'SMTP_TLS_CERT';
    faults.push(`${missing} is missing: STARTTLS needs a certificate and its key, each a file in PEM.`);
  }
  return faults;
}

type Parsed = {
  readonly SMTP_PORT?: number | undefined;
  readonly SMTP_HOST: string;
  readonly SMTP_TLS_CERT?: string | undefined;
  readonly SMTP_TLS_KEY?: string | undefined;
  readonly IMAP_URL?: Mailbox | undefined;
  readonly EMAIL_WEBHOOK_SECRET?: string | undefined;
  readonly EMAIL_ADDRESS?: string | undefined;
  readonly EMAIL_FORWARDERS?: readonly string[] | undefined;
  readonly EMAIL_TRUSTED_AUTHSERV?: string | undefined;
};

function emailOf(settings: Parsed): EmailSettings | null {
  const { SMTP_PORT: port, SMTP_TLS_CERT: cert, SMTP_TLS_KEY: key } = settings;
  const certificate = cert === undefined || key === undefined ? null : { cert, key };
  const smtp = port === undefined ? null : { port, host: settings.SMTP_HOST, certificate };
  const imap = settings.IMAP_URL ?? null;
  const webhookSecret = settings.EMAIL_WEBHOOK_SECRET ?? null;
  if (smtp === null && imap === null && webhookSecret === null && settings.EMAIL_FORWARDERS === undefined) return null;
  return {
    address: settings.EMAIL_ADDRESS ?? null,
    forwarders: settings.EMAIL_FORWARDERS ?? [],
    trustedAuthserv: settings.EMAIL_TRUSTED_AUTHSERV ?? null,
    smtp,
    imap,
    webhookSecret,
  };
}

function mailboxAt(text: string): Mailbox | null {
  if (!URL.canParse(text)) return null;
  const { protocol, hostname, port, username, password, pathname } = new URL(text);
  const secure = protocol === 'imaps:';
  if ((!secure && protocol !== 'imap:') || hostname === '' || username === '' || password === '') return null;
  try {
    return {
      host: hostname.replace(/^\[|\]$/g, ''),
      port: port === '' ? (secure ? 993 : 143) : Number(port),
      secure,
      user: decodeURIComponent(username),
      password: decodeURIComponent(password),
      folder: decodeURIComponent(pathname.slice(1)) || 'INBOX',
    };
  } catch {
    return null;
  }
}

function isPort(text: string): boolean {
  return /^\d{1,5}$/.test(text) && Number(text) <= 65_535;
}
