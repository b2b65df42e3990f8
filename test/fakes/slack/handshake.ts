// Slack's two questions to a request URL that are no events: is it yours, and does its certificate hold?

import type { HttpDoor } from './http-door.ts';
import { newSecret } from './ids.ts';
import { isThing, parsed } from './json.ts';

/** As when the address is entered in the app's settings: the challenge has to come back. */
export async function verifyUrl(door: HttpDoor): Promise<boolean> {
  const challenge = newSecret();
  const body = JSON.stringify({ token: 'legacy', challenge, type: 'url_verification' });
  const answered = await door.post({ body, contentType: 'application/json' });
  const said = parsed(answered.body);
  const echoed = isThing(said) ? said.challenge : answered.body;
  return answered.status === 200 && echoed === challenge;
}

/** Slack looks in on a command's address from time to time. */
export async function checkSsl(door: HttpDoor): Promise<boolean> {
  return (await door.post({ body: 'ssl_check=1&token=legacy' })).status === 200;
}
