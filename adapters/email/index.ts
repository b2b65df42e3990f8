import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createSecureContext } from 'node:tls';
import type { Express } from 'express';
import type { Clock, Core, Intake, MailReader } from '../../src/ports.ts';
import { createAuthenticate, createRelayTrust, type Resolve } from './authenticate.ts';
import { createDns } from './dns.ts';
import { createGreeting } from './greeting.ts';
import { createImapDoor, type Pace } from './imap.ts';
import type { Mailbox as ImapMailbox } from './imap-session.ts';
import { createReception, type Outcome, type Reception } from './reception.ts';
import { mountRoutes } from './routes.ts';
import { createSmtpDoor, PATIENCE, type Patience } from './smtp.ts';

type Settings = {
  readonly address: string | null;
  readonly forwarders: readonly string[];
  readonly trustedAuthserv: string | null;
  readonly smtp: null | {
    readonly port: number;
    readonly host: string;
    readonly certificate: { readonly cert: string; readonly key: string } | null;
  };
  readonly imap: ImapMailbox | null;
  readonly webhookSecret: string | null;
};

type Options = {
  /** Listening is its owner's business; mail is refused for now until `start`. */
  readonly app: Express;
  readonly settings: Settings;
  readonly clock: Clock;
  readonly mail: MailReader;
  /** The organization that mail is taken in for, and by which connection; asked at the start, when the chats are open. */
  readonly mailbox: () => Promise<Mailbox | null>;
  /** Has the chats make whoever has this address known, where they have them listed. */
  readonly meet: (email: string) => Promise<void>;
  /** Hears of mail that was not taken in: through which door, and why. */
  readonly onRefused: (door: 'smtp' | 'imap' | 'webhook', why: string) => void;
  readonly onFault: (error: unknown) => void;
  /** The machine's own when not given. */
  readonly resolve?: Resolve;
  /** How long a client of the SMTP door may take; shorter in tests. */
  readonly patience?: Patience;
  readonly pace?: Pace;
};

/** Whoever is known by their mail address alone is known through this connection. */
type Mailbox = { readonly organization: string; readonly connection: string };

/** With where its SMTP server listens, and how many bytes of mail it is receiving. */
export type EmailIntake = Intake & { smtpPort(): number | null; held(): number };

/** The doors for mail that are configured. */
export function createEmailIntake(options: Options): EmailIntake {
  const { settings, clock, mail, onFault } = options;
  const onRefused = (door: 'smtp' | 'imap' | 'webhook', outcome: Outcome) => {
    if (outcome.outcome !== 'taken') options.onRefused(door, outcome.why);
  };
  const authenticate =
    settings.trustedAuthserv === null
      ? createAuthenticate(options.resolve ?? createDns())
      : createRelayTrust(settings.trustedAuthserv);
  let reception: Reception | null = null;
  let smtp: ReturnType<typeof createSmtpDoor> | null = null;
  let smtpPort: number | null = null;
  let imap: ReturnType<typeof createImapDoor> | null = null;
  if (settings.webhookSecret !== null) {
    mountRoutes(options.app, { secret: settings.webhookSecret, reception: () => reception, onRefused, onFault });
  }

  return {
    smtpPort: () => smtpPort,
    held: () => smtp?.held() ?? 0,
    async start(core) {
      const connection = await openMailbox(core, options);
      const greet = createGreeting(options.meet, onFault);
      reception = createReception({ core, clock, mail, authenticate, connection, greet });
      if (settings.smtp !== null && settings.address !== null) {
        const certificate = await certificateOf(settings.smtp.certificate);
        const door = { ...settings.smtp, address: settings.address, certificate };
        smtp = createSmtpDoor(door, { reception, onRefused, onFault, patience: options.patience ?? PATIENCE });
        smtpPort = await smtp.open();
      }
      if (settings.imap !== null) {
        const pace = options.pace ? { pace: options.pace } : {};
        imap = createImapDoor(settings.imap, { reception, onRefused, onFault, ...pace });
        imap.open();
      }
    },
    async stop() {
      reception = null;
      await Promise.all([smtp?.close(), imap?.close()]);
    },
  };
}

/**
 * Resolves to its connection. The key holds the list: the same list seeds once, so that one emptied in a chat stays
 * empty.
 */
async function openMailbox(core: Core, { settings, clock, mailbox }: Options): Promise<string> {
  const opened = await mailbox();
  if (opened === null) throw new Error('No chat is open that mail could be answered in.');
  const { forwarders } = settings;
  const list = createHash('sha256').update(JSON.stringify(forwarders)).digest('base64url');
  const key = `email:open:${list}`;
  await core.handle({ type: 'open-mailbox', key, at: clock.now(), ...opened, forwarders });
  return opened.connection;
}

/** Read and tried before anybody connects. Throws, in words for an operator. */
async function certificateOf(files: { readonly cert: string; readonly key: string } | null) {
  if (files === null) return null;
  try {
    const read = { cert: await readFile(files.cert, 'utf8'), key: await readFile(files.key, 'utf8') };
    createSecureContext(read);
    return read;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown fault';
    const wanted =
      'They are files in PEM that the user who runs Herald may read, and belong together; herald doctor looks at both.';
    throw new Error(`SMTP_TLS_CERT and SMTP_TLS_KEY cannot be used (${code}). ${wanted}`, { cause: error });
  }
}
