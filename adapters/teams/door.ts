import type { Activity, InvokeResponse, TurnContext } from 'botbuilder';
// The package as a whole also loads what Herald has no use for: 5 MB at rest, and time at the start.
import { CloudAdapter } from 'botbuilder/lib/cloudAdapter.js';
import { AuthenticationError } from 'botframework-connector';
import { type Cloud, createAuthentication, saysIssuer } from './cloud.ts';
import { CHECKING_MS } from './limits.ts';
import { OneOfEach } from './one-of-each.ts';
import { createQuiet } from './quiet.ts';
import type { Heard, InvokeAnswer, TeamsService } from './service.ts';
import type { Registration } from './tokens.ts';
import { TeamsUnheard } from './trouble.ts';
import { within } from './within.ts';

const quietly = createQuiet(console);

/** Lets in what Teams sends, as Microsoft's SDK tells it from what others do. */
export function createDoor(registration: Registration | null, cloud: Cloud): Pick<TeamsService, 'hear'> {
  const door = new Door(new OneOfEach(createAuthentication(registration, cloud)));
  return {
    async hear(authorization, activity, handle) {
      if (registration !== null && !saysIssuer(authorization, cloud.issuer)) return { status: 401 };
      return hear(door, authorization, activity, handle);
    },
  };
}

/** The SDK's own `process` dies of a body whose type is a number, and logs what strangers send. */
class Door extends CloudAdapter {
  take(authorization: string, activity: Activity, logic: (context: TurnContext) => Promise<void>) {
    return this.processActivity(authorization, activity, logic) as Promise<InvokeResponse | undefined>;
  }
}

async function hear(
  door: Door,
  authorization: string,
  activity: Readonly<Record<string, unknown>>,
  handle: () => Promise<InvokeAnswer | null>,
): Promise<Heard> {
  let handling: Promise<InvokeAnswer | null> | null = null;
  const checked = Promise.withResolvers<unknown>();
  const logic = async (context: TurnContext) => {
    checked.resolve(null);
    handling = handle();
    // What goes wrong in here is Herald's, and not the sender's.
    const answer = await handling.catch(() => null);
    if (answer !== null) await context.sendActivity({ type: 'invokeResponse', value: answer });
  };
  try {
    const taken = quietly(() => door.take(authorization, { ...activity } as unknown as Activity, logic));
    taken.then(checked.resolve, checked.reject);
    await within(CHECKING_MS, checked.promise);
    const response = await taken;
    if (handling !== null) await handling;
    return { status: response?.status ?? 200, body: response?.body };
  } catch (error) {
    if (handling !== null) {
      await handling;
      throw error;
    }
    return { status: isOurs(error) ? 503 : 401 };
  }
}

/** Whether the keys could not be had, rather than what was sent being wrong. */
function isOurs(error: unknown): boolean {
  if (error instanceof AuthenticationError) return error.statusCode >= 500;
  return error instanceof TeamsUnheard || (error instanceof Error && error.name === 'FetchError');
}
