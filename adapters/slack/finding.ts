import { troubleOf } from './trouble.ts';

/** What a look at Slack showed, as a line for the operator; `ok` is false where somebody has to do something. */
export type Finding = { readonly line: string; readonly ok: boolean };

export function fine(about: string, sentence: string): Finding {
  return { line: `${about.padEnd(11)} ${sentence}`, ok: true };
}

export function wanting(about: string, sentence: string): Finding {
  return { line: `${about.padEnd(11)} ${sentence}`, ok: false };
}

const REASONS: Readonly<Record<string, string>> = {
  invalid_auth: 'it is wrong, or was revoked',
  not_authed: 'it is empty',
  token_revoked: 'it was revoked',
  token_expired: 'it has expired',
  account_inactive: 'the app was uninstalled',
  not_allowed_token_type: 'it is a token of another kind',
};

/** Why Slack did not say yes to `what`, and the remedy where it is the operator's to find. */
export function failing(about: string, what: string, error: unknown, remedy: string): Finding {
  const trouble = troubleOf(error);
  switch (trouble.kind) {
    case 'wait':
      return wanting(about, `Slack asks to wait. Look again in ${trouble.seconds} seconds`);
    case 'not-reached':
    case 'unheard':
      return wanting(about, 'Slack could not be reached. Look at the network, a proxy in between, and SLACK_API_URL');
    case 'refused': {
      if (trouble.error === 'missing_scope')
        return wanting(about, `Slack tells nothing about ${what} without the scope ${trouble.needed ?? ''}. ${remedy}`);
      return wanting(about, `Slack does not take ${what}: ${REASONS[trouble.error] ?? trouble.error}. ${remedy}`);
    }
    default:
      return trouble satisfies never;
  }
}
