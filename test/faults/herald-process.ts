import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { outliveNot } from './outlive.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const entry = fileURLToPath(new URL('../../src/herald.js', import.meta.url));
/** Longer than any answer takes, on a busy machine too. */
const PATIENCE_MS = 60_000;
/** What it says once people can use it: with the page's address, Slack's way in, or none. */
const OPEN =
  /open at (http:\S+)|(?:requests|messages) at (http:\S+?\/)(?:slack\/events|api\/messages)|Herald is in Slack\./;

export type Environment = Readonly<Record<string, string>>;

/** How a process ended, and what it had said by then. */
export type Ended = {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
};

/** A real Herald, in a process of its own, with its sandbox open. */
export type RunningHerald = {
  readonly child: ChildProcess;
  readonly address: string;
  readonly ended: Promise<Ended>;
  /** Sends the signal, and resolves once the process has ended. */
  end(signal: NodeJS.Signals): Promise<Ended>;
};

type Way = {
  /** What is run instead of `herald start`, with its arguments. */
  readonly entry?: readonly string[];
  /** `npm` is `npm start`, as people type it; `node` the same without npm around it. */
  readonly way?: 'node' | 'npm';
  /** As whom it runs; needs the right to become somebody else. */
  readonly as?: { readonly uid: number; readonly gid: number };
  /** The folder it runs in. */
  readonly folder: string;
  /** How long it may run before it is killed. */
  readonly patienceMs?: number;
};

/** Runs `herald` with these words until it ends by itself. */
export async function runHerald(words: readonly string[], environment: Environment, how: Way): Promise<Ended> {
  const child = launch([entry, ...words], environment, how);
  const cut = setTimeout(() => child.kill('SIGKILL'), how.patienceMs ?? PATIENCE_MS);
  const ended = await ending(child);
  clearTimeout(cut);
  return ended;
}

/** Starts `herald start` on any free port, and resolves once people can use it. */
export async function startHerald(environment: Environment, how: Way): Promise<RunningHerald> {
  const settings = { PORT: '0', ...environment };
  const child = how.way === 'npm' ? launchNpm(settings) : launch(how.entry ?? [entry, 'start'], settings, how);
  const ended = ending(child);
  const address = await new Promise<string>((resolve, reject) => {
    let said = '';
    child.stdout?.on('data', (text: string) => {
      said += text;
      const found = OPEN.exec(said);
      // Over sockets it names no address: there is one all the same, for those who look after it.
      if (found) resolve(found[1] ?? found[2] ?? `http://127.0.0.1:${settings.PORT}/`);
    });
    ended.then(
      ({ code, stderr }) => reject(new Error(`Herald ended with ${code} before it was open: ${stderr}`)),
      reject,
    );
  });
  return {
    child,
    address,
    ended,
    end(signal) {
      child.kill(signal);
      return ended;
    },
  };
}

function launch(command: readonly string[], environment: Environment, { as, folder }: Way): ChildProcess {
  const env = { ...inherited(), ...environment };
  return outliveNot(spawn(process.execPath, command, { cwd: folder, env, ...as }));
}

/** In a group of its own, as a terminal starts it. */
function launchNpm(environment: Environment): ChildProcess {
  const env = { ...inherited(), ...environment };
  return outliveNot(spawn('npm', ['start'], { cwd: root, env, detached: true }), { group: true });
}

/** What a child gets of our own environment: the way to its programs, and none of our settings. */
function inherited(): NodeJS.ProcessEnv {
  const { PATH, HOME } = process.env;
  return { PATH, HOME, TZ: 'UTC' };
}

function ending(child: ChildProcess): Promise<Ended> {
  let stdout = '';
  let stderr = '';
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => resolve({ code, signal, stdout, stderr }));
  });
}
