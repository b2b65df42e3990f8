import { storySignature, type Wall } from './wall.ts';

/** Where stories can be read whole, by their ids. */
export type StoryLinks = ReadonlyMap<string, string>;

/** Links to told stories on the wall, under a public address. Each opens its story and nothing else. */
export async function linksToStories(
  wall: Wall,
  address: string,
  organization: string,
  stories: readonly string[],
): Promise<StoryLinks> {
  const facts = (await wall.all()).find((one) => one.organization === organization);
  if (facts === undefined || facts.key === '') return new Map();
  const links = stories.map((story) => {
    const signed = new URLSearchParams({ signature: storySignature(facts.key, story) });
    return [story, `${address}/wall/${encodeURIComponent(story)}?${signed}`] as const;
  });
  return new Map(links);
}
