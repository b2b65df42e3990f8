import type { KnownIdea, PutIdeasForward } from '../ideas.ts';
import type { Announcement, Decision } from './decision.ts';
import { ideaShown, mayAnswerIdeas } from './idea-choices.ts';
import { aboutIdea } from './idea-news.ts';
import type { Reachable } from './remind-inboxes.ts';

type Known = {
  readonly command: PutIdeasForward;
  readonly waiting: readonly KnownIdea[];
  readonly people: readonly Reachable[];
};

/** Puts what nobody answered before those who manage, or else the admins. Where no chat reaches any of them, it waits. */
export function putIdeasForward({ command, waiting, people }: Known): Decision {
  const { organization, at } = command;
  const reached = people.filter(({ person, reached }) => reached && person.active && mayAnswerIdeas(person));
  const managers = reached.filter(({ person }) => person.manager);
  const asked = managers.length > 0 ? managers : reached;
  const put = asked.length === 0 ? [] : waiting.map((idea) => ({ ...idea, told: idea.told + 1 }));
  return {
    reply: { type: 'ideas-put-forward', ideas: put.length },
    facts: put.map(({ id, told }) => ({ type: 'idea-put-forward', organization, at, idea: id, told })),
    announce: put.flatMap((idea) => asked.map(({ person }) => waits(idea, person.id))),
  };
}

function waits(idea: KnownIdea, person: string): Announcement {
  const view = { type: 'idea-waiting', idea: ideaShown(idea) } as const;
  return { to: { kind: 'person', person }, about: aboutIdea(idea, idea.told), view };
}
