import type { Shown } from './card.ts';
import type { Desk } from './desk.ts';
import { printOf, type Standing } from './receipt.ts';
import type { Posted, Talk } from './service.ts';
import { isGone } from './trouble.ts';

/** A channel's id; that of one of its threads ends in the message which began it, a group chat's in `@thread.v2`. */
const CHANNEL = /@thread\.(tacv2|skype)$/;

/** The posts of a delivery: begun, gone on with, edited and taken away, each at the pace that Teams asks for. */
export function createPosts({ teams, pace }: Pick<Desk, 'teams' | 'pace'>) {
  async function begin(talk: Talk, inChannel: boolean, shown: Shown): Promise<Standing> {
    const { conversation, id } = await pace.inTurn(talk.conversation, () => first(talk, inChannel, shown));
    return { conversation, posts: [{ id, showing: printOf(shown) }] };
  }

  /** In a channel a message of its own begins a thread; in a thread, a group chat or a chat it is the next. */
  function first(talk: Talk, inChannel: boolean, shown: Shown): Promise<Posted> {
    return inChannel && CHANNEL.test(talk.conversation) ? teams.postInChannel(talk, shown) : teams.post(talk, shown);
  }

  /** The next post, in the thread that the first began. */
  async function goOn(serviceUrl: string, standing: Standing, shown: Shown): Promise<Standing> {
    const { conversation, posts } = standing;
    const { id } = await pace.inTurn(conversation, () => teams.post({ serviceUrl, conversation }, shown));
    return { conversation, posts: [...posts, { id, showing: printOf(shown) }] };
  }

  async function edit(serviceUrl: string, standing: Standing, index: number, shown: Shown): Promise<Standing> {
    const { conversation, posts } = standing;
    const { id } = posts[index] ?? { id: '' };
    await change(conversation, () => teams.edit({ serviceUrl, conversation }, id, shown));
    const edited = { id, showing: printOf(shown) };
    return { conversation, posts: posts.map((post, at) => (at === index ? edited : post)) };
  }

  /** Takes away those past the first `many`: nothing is left for them. */
  async function keepFirst(serviceUrl: string, { conversation, posts }: Standing, many: number): Promise<Standing> {
    for (const { id } of posts.slice(many))
      await change(conversation, () => teams.remove({ serviceUrl, conversation }, id));
    return { conversation, posts: posts.slice(0, many) };
  }

  /** Edits have a pace of their own: what stands is brought up to date though something was just posted. */
  function change(conversation: string, make: () => Promise<void>): Promise<void> {
    return pace.inTurn(`${conversation} edits`, () =>
      make().catch((error) => {
        // Somebody deleted the message: then there is nothing to keep up to date.
        if (!isGone(error)) throw error;
      }),
    );
  }

  return { begin, goOn, edit, keepFirst };
}
