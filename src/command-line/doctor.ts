import { type Config, ConfigFaulty, servesSandbox } from '../config.ts';
import { type CliCommand, DONE, FAILED, Misused } from './command.ts';
import { type Checkup, reportDatabase } from './database-report.ts';

/** What a look at a platform showed; `ok` is false where somebody has to do something. */
export type Finding = { readonly line: string; readonly ok: boolean };

export function doctorCommand(
  readConfig: () => Promise<Config>,
  checkUp: (config: Config) => Promise<Checkup>,
  lookAtDoors: (config: Config, checkup: Checkup) => Promise<readonly Finding[]>,
): CliCommand {
  return {
    usage: 'doctor',
    summary: 'Says what is configured, what is missing and whether the database is sound.',
    help: 'Changes nothing and works while Herald runs. Exit code 1 when something needs you.',
    async run(words, out) {
      if (words.length > 0) throw new Misused(`There is no option ${words[0]}.`);
      let config: Config;
      try {
        config = await readConfig();
      } catch (error) {
        if (!(error instanceof ConfigFaulty)) throw error;
        out.problem(error.message);
        return FAILED;
      }
      out.line('Settings    all can be used');
      out.line(`Doors       ${doors(config)}`);
      const checkup = await checkUp(config);
      const findings = await lookAtDoors(config, checkup);
      for (const { line, ok } of findings) (ok ? out.line : out.problem)(line);
      const sound = reportDatabase(checkup, config, out);
      return sound && findings.every(({ ok }) => ok) ? DONE : FAILED;
    },
  };
}

function doors(config: Config): string {
  const { slack, teams, email } = config;
  const sandbox = servesSandbox(config) ? ['the sandbox'] : [];
  const chats = [
    ...(slack ? [slack.way.kind === 'socket' ? 'Slack, in Socket Mode' : 'Slack, over HTTP'] : []),
    ...(teams ? [teams.registration ? 'Teams' : 'Teams, for a local playground'] : []),
  ];
  const ways = [
    ...(email?.smtp ? ['SMTP'] : []),
    ...(email?.imap ? ['IMAP'] : []),
    ...(email?.webhookSecret ? ['a webhook'] : []),
  ];
  return [...sandbox, ...chats, ...(ways.length > 0 ? [`email, by ${ways.join(' and ')}`] : [])].join('; ');
}
