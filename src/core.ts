import { answerQuestion } from './answers.ts';
import type { Command } from './commands.ts';
import { decideAsked } from './decide-asked.ts';
import { decideHouse } from './decide-house.ts';
import type { Core, Ledger, Reading } from './ports.ts';
import { refuse } from './recognition/answer.ts';
import type { Decision } from './recognition/decision.ts';
import { redactMail } from './recognition/redact.ts';

/** The use cases: each loads what its rule needs, within the transaction that stores what the rule decides. */
export function createCore(
  ledger: Ledger,
  hears: { readonly clockMoved: (aheadMs: number) => Promise<void> | undefined },
): Core {
  return {
    async handle(command) {
      const organization = await organizationOf(ledger.read, command);
      if (organization === null) {
        return refuse({ reason: 'person-unknown', name: 'by' in command ? command.by.user : '' }).reply;
      }
      const reply = await ledger.decide(organization, command.key, command.at, (read) =>
        decide(read, organization, command),
      );
      if (reply.type === 'clock-moved') await hears.clockMoved(await ledger.read.clockAhead(organization));
      return reply;
    },
    withoutNumbers: redactMail,
    ask: (question) => answerQuestion(ledger, question),
    async receive(raw) {
      const organization = await ledger.read.connectionOrganization(raw.connection);
      if (organization === null) return refuse({ reason: 'person-unknown', name: '' }).reply;
      return ledger.received.keep(organization, raw);
    },
  };
}

async function organizationOf(read: Reading, command: Command): Promise<string | null> {
  if (command.type === 'plan-digest' || command.type === 'open-mailbox') return command.organization;
  if (command.type === 'open-connection') return command.organization.id;
  return read.connectionOrganization('by' in command ? command.by.connection : command.connection);
}

function decide(read: Reading, organization: string, command: Command): Promise<Decision> {
  return 'by' in command ? decideAsked(read, command) : decideHouse(read, organization, command);
}
