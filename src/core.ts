import { answerQuestion, unknown } from './answers.ts';
import type { Command, OpenConnection } from './commands.ts';
import type { ReportObstacle } from './obstacles.ts';
import type { AskedOfLedger, Core, Ledger, Reading } from './ports.ts';
import type { PulseCommand } from './pulse.ts';
import type { Decision } from './recognition/decision.ts';

/** The use cases: each loads what its rule needs, within the transaction that stores what the rule decides. */
export function createCore(
  ledger: Ledger,
  hears: { readonly clockMoved: (aheadMs: number) => Promise<void> | undefined },
): Core {
  const organizationOf = organizationsIn(ledger.read);
  return {
    async handle(command) {
      const organization = await organizationOf(command);
      if (organization === null) return unknown('by' in command ? command.by : null);
      if (command.type === 'open-connection' && (await isOpen(ledger.read, command))) {
        return { type: 'connection-open', organization, again: null };
      }
      const decide = await rulesFor(command);
      if (isNameless(command)) return withoutKey(ledger, organization, command, (read) => decide(read, organization));
      const reply = await ledger.decide(askedBy(organization, command), (read) => decide(read, organization));
      if (reply.type === 'clock-moved') await hears.clockMoved(await ledger.read.clockAhead(organization));
      return reply;
    },
    async handleAmongKnown(command) {
      const organization = await organizationOf(command);
      if (organization === null) return null;
      const decide = await rulesFor(command);
      const amongKnown = async (read: Reading) => {
        const decision = await decide(read, organization);
        return isOfStranger(decision) ? null : decision;
      };
      if (isNameless(command)) return withoutKey(ledger, organization, command, amongKnown);
      return ledger.decide(askedBy(organization, command), amongKnown);
    },
    async withoutNumbers(mail) {
      const { redactMail } = await import('./recognition/redact.ts');
      return redactMail(mail);
    },
    async writeOut(by, what) {
      const { writeOut } = await import('./write-out.ts');
      return writeOut(ledger, by, what);
    },
    ask: (question) => answerQuestion(ledger, question),
    async receive(raw) {
      const organization = await ledger.read.connectionOrganization(raw.connection);
      if (organization === null) return unknown(null);
      return ledger.received.keep(organization, raw);
    },
  };
}

function askedBy(organization: string, command: Command): AskedOfLedger {
  return { organization, key: command.key, at: command.at, by: 'by' in command ? command.by : null };
}

/** As at most starts: then there is nothing to decide, no rule to load and nothing to store. */
async function isOpen(read: Reading, { organization, connection }: OpenConnection): Promise<boolean> {
  const known = await read.organization(organization.id);
  return known?.connections.some(({ id, lost }) => id === connection.id && lost === null) ?? false;
}

function isNameless(command: Command): command is ReportObstacle {
  return command.type === 'report-obstacle' && !command.named;
}

/** Of what comes without a name the ledger keeps neither key nor reply. */
async function withoutKey<Decided extends Decision | null>(
  ledger: Ledger,
  organization: string,
  { key, at }: ReportObstacle,
  decide: (read: Reading) => Promise<Decided>,
) {
  const { onceNameless } = await import('./nameless.ts');
  return onceNameless(`${organization} ${key}`, () => ledger.decide({ organization, key: null, at, by: null }, decide));
}

function isOfStranger({ reply }: Decision): boolean {
  return reply.type === 'refusal' && reply.reason === 'person-unknown';
}

/** Finds the organization that a command concerns; null when its connection is not known. */
function organizationsIn(read: Reading) {
  // A connection stays with its organization for good.
  const known = new Map<string, string>();
  return async (command: Command): Promise<string | null> => {
    if ('organization' in command) {
      return typeof command.organization === 'string' ? command.organization : command.organization.id;
    }
    const connection = 'by' in command ? command.by.connection : command.connection;
    const organization = known.get(connection) ?? (await read.connectionOrganization(connection));
    if (organization !== null) known.set(connection, organization);
    return organization;
  };
}

/** The rules are the larger part of Herald's own code: each kind is loaded with its first command, so that doors open sooner. */
async function rulesFor(command: Command): Promise<(read: Reading, organization: string) => Promise<Decision>> {
  if (isOfThePulse(command)) {
    const { decidePulse } = await import('./decide-pulse.ts');
    return (read, organization) => decidePulse(read, organization, command);
  }
  if ('by' in command) {
    asked ??= import('./decide-asked.ts');
    const { decideAsked } = await asked;
    return (read) => decideAsked(read, command);
  }
  if (command.type === 'forward-praise' || command.type === 'return-mail') {
    forwarded ??= import('./decide-forwarded.ts');
    const { decideForwarded } = await forwarded;
    return (read, organization) => decideForwarded(read, organization, command);
  }
  const { decideHouse } = await import('./decide-house.ts');
  return (read, organization) => decideHouse(read, organization, command);
}

function isOfThePulse(command: Command): command is PulseCommand {
  return command.type === 'take-pulse' || command.type === 'choose-teams' || command.type === 'keep-team';
}

let asked: Promise<typeof import('./decide-asked.ts')> | undefined;
let forwarded: Promise<typeof import('./decide-forwarded.ts')> | undefined;
