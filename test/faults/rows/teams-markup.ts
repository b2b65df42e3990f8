import { buttonsIn, cardOf, textIn } from '../../fakes/teams/shown.ts';
import type { Message } from '../../fakes/teams/world.ts';
import { createTally, type Row, type Tally } from '../row.ts';
import { storiesWith, until } from '../settled.ts';
import { whatIsUnsound } from '../soundness.ts';
import { chatOf, openTeamsHouse, saysHello, settles, standing, type TeamsHouse } from '../teams-house.ts';

/** What somebody types; Teams sends the five signs of HTML as entities, and others may not. */
const TYPED = [
  '<at>Dana Weiss</at> well done',
  '<at id="0">Dana Weiss</at> well done',
  '&lt;at&gt;Dana Weiss&lt;/at&gt; well done',
  '@everyone @team @channel well done',
  '**bold** _slanted_ ~~struck~~ `code` well done',
  '```\nblock\n``` well done',
  '> quoted well done',
  '# not a heading, well done',
  '1. not a list, well done',
  '[well done](https://example.com)',
  '![well done](https://example.com/x.png)',
  '<a href="https://example.com">well</a> <b>done</b>',
  '<script>alert(1)</script> well done',
  '<img src=x onerror=alert(1)> well done',
  '{{DATE(2026-11-22T09:00:00Z,SHORT)}} well done',
  '$' + '{$root.secret} well done',
  '1 &lt; 2 &amp;&amp; 3 &gt; 2 well done',
  '&amp;lt;b&amp;gt; well done',
  '\u202egnorw ton\u202c well done',
  '<!channel> <@UDANA> well done',
] as const;

/** In a hurry only so-manieth are told. */
const QUICK_EVERY = 4;
/** What is put between for a card, and seen by nobody. */
const UNSEEN = /[\u2060\u200b\u2066-\u2069]/g;

export const teamsMarkup: Row = {
  number: 23,
  fault: 'markup in Teams',
  async play({ quick, folder }) {
    const tally = createTally();
    const house = await openTeamsHouse({ folder, name: 'markup' });
    for (const [index, typed] of TYPED.entries()) {
      if (!quick || index % QUICK_EVERY === 0) await tell(house, typed, `(${index}.)`, tally);
    }
    await nameIsMarkup(house, tally);
    await digest(house, tally);
    await house.close();
    for (const fault of whatIsUnsound(house.file)) tally.hold(false, fault);
    return tally.outcome();
  },
};

async function tell(house: TeamsHouse, typed: string, mark: string, tally: Tally): Promise<void> {
  tally.tried();
  const { teams, ana, ben, news } = house;
  const thread = `${news};messageid=${mark.replaceAll(/\D/g, '')}`;
  const at = (user: { id: string; name: string }) => ({
    type: 'mention',
    text: `<at>${user.name}</at>`,
    mentioned: { id: user.id, name: user.name },
  });
  const text = `<at>Herald</at> kudos <at>${ben.name}</at> said ${typed} ${mark}`;
  const { status } = await teams.send({
    ...teams.from(ana, thread),
    type: 'message',
    text,
    entities: [at(teams.herald), at(ben)],
  });
  tally.hold(status === 200, `${typed}: answered ${status}`);
  await until(() => storiesWith(house.file, mark) === 1);
  await settles(house);
  if (storiesWith(house.file, mark) !== 1) tally.lose(typed);
  const seen = [...standing(house, thread), ...standing(house, chatOf(house, ben))];
  const messages = seen.filter((one) => textIn(cardOf(one)).includes(mark));
  tally.hold(messages.length === 2, `${typed}: ${messages.length} messages have it`);
  for (const message of messages) {
    standsAsTyped(message, `said ${asRead(typed)}`, typed, tally);
    harmless(message, typed, tally);
  }
}

/** As the person who typed it saw it: the signs of HTML as Teams means them, once. */
function asRead(typed: string): string {
  const signs: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&amp;': '&' };
  return typed.replace(/&(lt|gt|amp);/g, (sign) => signs[sign] ?? sign);
}

function standsAsTyped(message: Message, words: string, typed: string, tally: Tally): void {
  const text = textIn(cardOf(message)).replaceAll(UNSEEN, '');
  // Lines that were typed apart stand apart, however many blanks there were.
  const same = text.replaceAll(/\s+/g, ' ').includes(words.replaceAll(/\s+/g, ' '));
  tally.hold(same, `${typed}: reads ${text}`);
}

/** Nothing in it names, links or draws anything but what Herald itself says; people's words stand where no markdown is read. */
function harmless({ activity }: Message, typed: string, tally: Tally): void {
  const sent = JSON.stringify(activity);
  tally.hold(!('entities' in activity) && !/"entities"|"mention"/.test(sent), `${typed}: notifies somebody`);
  tally.hold(!/"Action\.OpenUrl"|"Image"/.test(sent), `${typed}: became a link or a picture`);
  tally.hold(!/\{\{(DATE|TIME)\(/.test(sent), `${typed}: a macro stands`);
  tally.hold(
    !textBlocksIn(activity).some((text) => /well|Weiss/.test(text)),
    `${typed}: stands where markdown is read`,
  );
}

function textBlocksIn(part: unknown): readonly string[] {
  if (Array.isArray(part)) return part.flatMap(textBlocksIn);
  if (typeof part !== 'object' || part === null) return [];
  const { type, text } = part as { type?: unknown; text?: unknown };
  return [...(type === 'TextBlock' ? [String(text)] : []), ...Object.values(part).flatMap(textBlocksIn)];
}

async function nameIsMarkup(house: TeamsHouse, tally: Tally): Promise<void> {
  tally.tried();
  const { teams, ana, news } = house;
  const odd = teams.addUser('<at>Dana</at> **Odd** [x](https://example.com)', { email: 'odd@example.com' });
  teams.world.conversations.get(news)?.members.push(odd.id);
  teams.addChat(odd);
  await saysHello(house, odd);
  const thread = `${news};messageid=800`;
  await teams.types(ana, thread, [teams.herald, ' kudos ', odd, ' painted the door, well done.']);
  await settles(house);
  const told = standing(house, thread).at(-1);
  if (!told) return tally.lose('a story about somebody with an odd name');
  const text = textIn(cardOf(told)).replaceAll(UNSEEN, '');
  tally.hold(text.includes(odd.name), `the name reads: ${text}`);
  harmless(told, odd.name, tally);
}

async function digest(house: TeamsHouse, tally: Tally): Promise<void> {
  tally.tried();
  const before = house.teams.world.messages.length;
  await house.herald('digest', 'post');
  await settles(house);
  const posted = house.teams.world.messages.slice(before);
  tally.hold(posted.length > 0, 'the digest does not stand');
  for (const message of posted) {
    harmless(message, 'the digest', tally);
    const buttons = buttonsIn(cardOf(message)).map(({ title }) => title);
    tally.hold(!buttons.some((title) => title.includes('<at>')), `a button reads ${buttons.join(', ')}`);
  }
}
