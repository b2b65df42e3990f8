import type { Audience, CustomerShown, Identity, Settlement } from '../../src/commands.ts';
import { OBSTACLE_KINDS } from '../../src/obstacles.ts';
import { brokeOrNot } from '../../src/wording/ways-forward.ts';
import type { CardAsks, Ready, Submitted } from './asked.ts';
import type { CardData } from './card-data.ts';
import { ideaForms } from './idea-verbs.ts';
import { NAMELESS } from './obstacle-forms.ts';
import { placeIn } from './place-fields.ts';
import { settingsCommand } from './read-settings.ts';
import { chosenIn, namesIn, typedIn } from './submitted.ts';
import { FIELDS, type FieldName, VERBS } from './verbs.ts';

type Data = Submitted['data'];

/** What a form asks for; null for a form that is none of ours. */
export function readForm(submitted: Submitted, carried: CardData, by: Identity): CardAsks | null {
  const { verb, data } = submitted;
  const idea = ideaForms(submitted, carried, by);
  if (idea !== null) return asks(idea);
  switch (verb) {
    case VERBS.sendKudos:
      return readKudos(data, carried, by);
    case VERBS.sendPraise: {
      const customer = { name: orNull(data, FIELDS.customer), email: orNull(data, FIELDS.email) };
      return { asks: 'praise', words: typedIn(data, FIELDS.words), customer };
    }
    case VERBS.sendCompletion: {
      const filled = { words: orNull(data, FIELDS.words), name: orNull(data, FIELDS.customer) };
      return carried.praise === null ? null : asks({ type: 'complete-praise', by, praise: carried.praise, ...filled });
    }
    case VERBS.settleWin:
    case VERBS.settleRecovery:
    case VERBS.settleThanks:
    case VERBS.settleNot:
      return carried.praise === null ? null : readSettlement(verb, data, carried.praise, by);
    case VERBS.sendTouchpoint: {
      const named = { name: typedIn(data, FIELDS.touchpoint), promise: typedIn(data, FIELDS.promise) };
      const { touchpoint } = carried;
      if (touchpoint === null) return asks({ type: 'add-touchpoint', by, ...named });
      return asks({ type: 'change-touchpoint', by, touchpoint, ...named });
    }
    case VERBS.sendObstacle:
      return asks(obstacleCommand(data, by));
    case VERBS.sendCleared: {
      const { obstacle } = carried;
      const whatChanged = typedIn(data, FIELDS.whatChanged);
      return obstacle === null ? null : asks({ type: 'clear-obstacle', by, obstacle, whatChanged });
    }
    case VERBS.sendSettings:
      return asks(settingsCommand(data, by), namesIn(data, FIELDS.typedManagers));
    default:
      return carried.story === null ? null : readStoryForm(verb, data, carried.story, by);
  }
}

function obstacleCommand(data: Data, by: Identity): Ready {
  return {
    type: 'report-obstacle',
    by,
    words: typedIn(data, FIELDS.words),
    kind: OBSTACLE_KINDS.find((kind) => kind === typedIn(data, FIELDS.kind)) ?? null,
    touchpoint: placeIn(data),
    named: typedIn(data, FIELDS.nameless) !== NAMELESS,
    mentions: [],
  };
}

function readStoryForm(verb: string, data: Data, story: string, by: Identity): CardAsks | null {
  switch (verb) {
    case VERBS.sendWhatBroke: {
      const whatBroke = typedIn(data, FIELDS.whatBroke);
      return asks({ type: 'move-story', by, story, to: { lane: 'recovery', whatBroke } });
    }
    case VERBS.sendWords:
      return asks({ type: 'correct-words', by, story, words: typedIn(data, FIELDS.words) });
    case VERBS.sendDetails: {
      const [customer, touchpoint] = [orNull(data, FIELDS.customer), placeIn(data)];
      return asks({ type: 'add-details', by, story, customer, touchpoint });
    }
    default:
      return null;
  }
}

/** A form that says "no" and yet what broke is asked again: guessing could make a recovery a win. */
function readKudos(data: Data, { seed }: CardData, by: Identity): CardAsks {
  const wentWrong = typedIn(data, FIELDS.wentWrong) === 'yes';
  const whatBroke = typedIn(data, FIELDS.whatBroke);
  if (!wentWrong && whatBroke.trim() !== '') return contradiction(FIELDS.wentWrong);
  const told = {
    by,
    heroes: heroesOf(data, by),
    words: typedIn(data, FIELDS.words),
    whatBroke: wentWrong ? whatBroke : null,
    customer: orNull(data, FIELDS.customer),
    touchpoint: placeIn(data),
    audience: audienceOf(data),
    where:
      seed.where === undefined ? null : { kind: 'channel' as const, connection: by.connection, channel: seed.where },
  };
  const typed = namesIn(data, FIELDS.typedHeroes);
  return seed.nomination === undefined
    ? asks({ type: 'give-kudos', permalink: seed.permalink ?? null, ...told }, typed)
    : asks({ type: 'confirm-nomination', nomination: seed.nomination, ...told }, typed);
}

function readSettlement(verb: string, data: Data, praise: string, by: Identity): CardAsks {
  if (verb === VERBS.settleWin && typedIn(data, FIELDS.whatBroke).trim() !== '') {
    return contradiction(FIELDS.whatBroke);
  }
  const settlement = settlementOf(verb, data, by);
  const typed = settlement.as === 'not-praise' ? [] : namesIn(data, FIELDS.typedHeroes);
  return asks({ type: 'settle-praise', by, praise, settlement }, typed);
}

function settlementOf(verb: string, data: Data, by: Identity): Settlement {
  const heroes = heroesOf(data, by);
  const audience = audienceOf(data);
  const customer = customerIn(data);
  switch (verb) {
    case VERBS.settleWin:
      return { as: 'win', heroes, audience, customer };
    case VERBS.settleRecovery:
      return { as: 'recovery', heroes, audience, customer, whatBroke: typedIn(data, FIELDS.whatBroke) };
    case VERBS.settleThanks: {
      const heard = typedIn(data, FIELDS.thanksHeard) === 'everyone' ? 'everyone' : 'heroes';
      return { as: 'thanks', heroes, audience: heard, customer };
    }
    default:
      return { as: 'not-praise' };
  }
}

function heroesOf(data: Data, { connection }: Identity): readonly Identity[] {
  return chosenIn(data, FIELDS.heroes).map((user) => ({ connection, user }));
}

function audienceOf(data: Data): Audience {
  return typedIn(data, FIELDS.audience) === 'heroes' ? 'heroes' : 'everyone';
}

/** By their whole name until somebody chooses. */
function customerIn(data: Data): CustomerShown {
  const chosen = typedIn(data, FIELDS.customerShown);
  return chosen === 'first-name' || chosen === 'no-name' ? chosen : 'full-name';
}

function orNull(data: Data, field: FieldName): string | null {
  const text = typedIn(data, field).trim();
  return text === '' ? null : text;
}

function asks(command: Ready, typedHeroes: readonly string[] = []): CardAsks {
  return { asks: 'command', command, typedHeroes };
}

function contradiction(field: typeof FIELDS.wentWrong | typeof FIELDS.whatBroke): CardAsks {
  return { asks: 'again', slip: { type: 'slip', field, sentence: brokeOrNot } };
}
