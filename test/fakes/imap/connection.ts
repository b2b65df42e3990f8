import type { Socket } from 'node:net';
import { addMessage, createFolder, type Folder, type Message } from './mailbox.ts';
import { type Word, wordsIn } from './words.ts';

/** What one server's connections share. */
export type Shared = {
  readonly user: string;
  readonly password: string;
  readonly folders: Map<string, Folder>;
  /** May change while it runs. */
  readonly can: { idle: boolean; move: boolean };
  /** Everything that was said, but for the password; what was not understood, with BAD before it. */
  readonly said: string[];
};

const FLAGS = '\\Answered \\Flagged \\Deleted \\Seen \\Draft';

const TO_ANYONE = ['CAPABILITY', 'ID', 'NOOP', 'LOGOUT', 'LOGIN'];
const TO_KNOWN = [
  'NAMESPACE LIST LSUB CREATE SUBSCRIBE SELECT STATUS IDLE'.split(' '),
  ['UID SEARCH', 'UID FETCH', 'UID STORE', 'UID MOVE'],
].flat();

/** One client's connection: strict about order and grammar, so that what works here works with a real server. */
export function serveConnection(socket: Socket, shared: Shared) {
  let folder: Folder | null = null;
  let known = false;
  let idling: string | null = null;
  let received = '';
  const tell = (line: string) => void socket.write(`${line}\r\n`, 'latin1');

  function capabilities(): string {
    const { idle, move } = shared.can;
    return `CAPABILITY IMAP4rev1 NAMESPACE UIDPLUS${idle ? ' IDLE' : ''}${move ? ' MOVE' : ''}`;
  }

  function hear(line: string): void {
    if (idling !== null) {
      if (line === 'DONE') tell(`${idling} OK IDLE ended`);
      else bad('*', line);
      idling = null;
      return;
    }
    const [tag, command, ...rest] = wordsIn(line) ?? [];
    if (typeof tag === 'string' && typeof command === 'string') obeyLine(line, tag, command, rest);
    else bad('*', line);
  }

  function obeyLine(line: string, tag: string, command: string, rest: readonly Word[]): void {
    const verb = command.toUpperCase();
    shared.said.push(verb === 'LOGIN' ? 'LOGIN' : line.slice(tag.length + 1));
    const uid = verb === 'UID';
    const [name, args] = uid ? [`UID ${String(rest[0]).toUpperCase()}`, rest.slice(1)] : [verb, rest];
    const allowed = known ? [...TO_ANYONE, ...TO_KNOWN] : TO_ANYONE;
    const answer = allowed.includes(name) && obey(name, args, tag);
    if (answer === false) bad(tag, line);
    else if (answer !== null) tell(`${tag} ${answer}`);
  }

  function bad(tag: string, line: string): void {
    shared.said.push(`BAD ${line}`);
    tell(`${tag} BAD not understood`);
  }

  /** The tagged answer; null for none yet, false for what cannot be understood now. */
  function obey(name: string, args: readonly Word[], tag: string): string | null | false {
    switch (name) {
      case 'CAPABILITY':
        tell(`* ${capabilities()}`);
        return 'OK done';
      case 'NOOP':
      case 'SUBSCRIBE':
        return 'OK done';
      case 'LOGIN':
        known = args[0] === shared.user && args[1] === shared.password;
        return known ? `OK [${capabilities()}] welcome` : 'NO [AUTHENTICATIONFAILED] who are you?';
      case 'NAMESPACE':
        tell('* NAMESPACE (("" "/")) NIL NIL');
        return 'OK done';
      case 'LIST':
      case 'LSUB':
        return list(name, String(args.at(-1)));
      case 'CREATE':
        if (shared.folders.has(String(args[0]))) return 'NO [ALREADYEXISTS] there already';
        shared.folders.set(String(args[0]), createFolder(String(args[0])));
        return 'OK created';
      case 'SELECT':
        return select(String(args[0]));
      case 'IDLE':
        if (folder === null || !shared.can.idle) return false;
        idling = tag;
        tell('+ idling');
        return null;
      case 'LOGOUT':
        tell('* BYE until next time');
        socket.end(`${tag} OK done\r\n`);
        return null;
      default:
        return folder === null ? false : obeyIn(folder, name, args);
    }
  }

  function list(verb: string, pattern: string): string {
    for (const { name } of shared.folders.values()) {
      if (pattern === '*' || pattern === '%' || pattern === name) tell(`* ${verb} () "/" "${name}"`);
    }
    if (pattern === '') tell(`* ${verb} (\\Noselect) "/" ""`);
    return 'OK done';
  }

  function select(name: string): string {
    folder = shared.folders.get(name) ?? null;
    if (folder === null) return 'NO no such folder';
    tell(`* FLAGS (${FLAGS})`);
    tell(`* ${folder.messages.length} EXISTS`);
    tell('* 0 RECENT');
    tell('* OK [UIDVALIDITY 1] valid');
    tell(`* OK [UIDNEXT ${folder.uidNext}] next`);
    tell(`* OK [PERMANENTFLAGS (${FLAGS} \\*)] kept`);
    return 'OK [READ-WRITE] selected';
  }

  function obeyIn(open: Folder, name: string, args: readonly Word[]): string | false {
    if (name === 'UID SEARCH') {
      const found = search(open.messages, args);
      if (found === null) return false;
      tell(`* SEARCH${found.map(({ uid }) => ` ${uid}`).join('')}`);
      return 'OK done';
    }
    const message = open.messages.find(({ uid }) => String(uid) === args[0]);
    if (message === undefined) return 'OK nothing there';
    const number = open.messages.indexOf(message) + 1;
    switch (name) {
      case 'UID FETCH':
        return fetchParts(message, number, args[1]);
      case 'UID STORE': {
        const [, how, flags] = args;
        if (how !== '+FLAGS.SILENT' && how !== '+FLAGS') return false;
        for (const flag of [flags].flat()) message.flags.add(String(flag));
        return 'OK stored';
      }
      case 'UID MOVE': {
        const to = shared.folders.get(String(args[1]));
        if (!shared.can.move) return false;
        if (to === undefined) return 'NO [TRYCREATE] no such folder';
        const moved = addMessage(to, message.raw, message.flags);
        open.messages.splice(number - 1, 1);
        tell(`* OK [COPYUID 1 ${message.uid} ${moved.uid}] moved`);
        tell(`* ${number} EXPUNGE`);
        return 'OK done';
      }
      default:
        return false;
    }
  }

  function fetchParts({ uid, flags, raw }: Message, number: number, asked: Word | undefined): string | false {
    const parts = [asked].flat().map((part) => String(part).toUpperCase());
    const told = parts.map((part) => {
      if (part === 'UID') return `UID ${uid}`;
      if (part === 'FLAGS') return `FLAGS (${[...flags].join(' ')})`;
      if (part === 'RFC822.SIZE') return `RFC822.SIZE ${raw.length}`;
      return part === 'BODY.PEEK[]' ? `BODY[] {${raw.length}}\r\n${raw.toString('latin1')}` : null;
    });
    if (told.includes(null)) return false;
    tell(`* ${number} FETCH (${told.join(' ')})`);
    return 'OK done';
  }

  socket.on('data', (bytes) => {
    received += bytes.toString('latin1');
    for (let end = received.indexOf('\r\n'); end >= 0; end = received.indexOf('\r\n')) {
      const line = received.slice(0, end);
      received = received.slice(end + 2);
      hear(line);
    }
  });
  socket.on('error', () => undefined);
  tell(`* OK [${capabilities()}] a double for tests`);
  return {
    /** Tells a client that waits in this folder that something came. */
    announce(name: string): void {
      if (idling !== null && folder?.name === name) tell(`* ${folder.messages.length} EXISTS`);
    },
  };
}

/** Finds what a search-key of RFC 3501 asks for, as far as Herald asks; null for anything else. */
function search(messages: readonly Message[], asked: readonly Word[]): readonly Message[] | null {
  const words = asked.map(String);

  function key(): ((message: Message) => boolean) | null {
    const word = words.shift();
    if (word === 'ALL') return () => true;
    if (word === 'KEYWORD') {
      const keyword = words.shift();
      return keyword === undefined ? null : ({ flags }) => flags.has(keyword);
    }
    const one = word === 'NOT' || word === 'OR' ? key() : null;
    const other = word === 'OR' ? key() : one;
    if (one === null || other === null) return null;
    return word === 'NOT' ? (message) => !one(message) : (message) => one(message) || other(message);
  }

  const fits = key();
  return fits === null || words.length > 0 ? null : messages.filter(fits);
}
