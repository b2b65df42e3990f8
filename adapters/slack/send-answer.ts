import { CALL_MS } from './limits.ts';

/** docs.slack.dev/interactivity/handling-user-interaction: five answers within half an hour. False when it takes none. */
export async function sendAnswer(url: string, message: unknown): Promise<boolean> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(message),
      signal: AbortSignal.timeout(CALL_MS),
    });
    await response.body?.cancel();
    return response.ok;
  } catch {
    return false;
  }
}
