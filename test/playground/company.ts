// Who is in the playground, and where: it reads this from the folder it is started in.

const tenant = '00000000-0000-0000-0000-000000000001';

/** Where the digest goes. */
export const NEWS = '19:news@thread.tacv2';

/** The first is who sits at the browser. The playground wants five more, each with a GUID for Entra's directory. */
const names = ['Ana Duarte', 'Ben Okafor', 'Chloe Martin', 'Dana Weiss', 'Emil Novak', 'Farid Haddad'] as const;

function user(name: string, number: number) {
  const [givenName = '', surname = ''] = name.split(' ');
  const email = `${givenName.toLowerCase()}@example.com`;
  const aadObjectId = `00000000-0000-0000-0000-0000000000${20 + number}`;
  return { id: `29:user-${number}`, name, givenName, surname, email, userPrincipleName: email, aadObjectId };
}

/** The playground's settings; YAML, of which JSON is a part. */
export function playgroundSettings(): string {
  const [currentUser, ...users] = names.map(user);
  return JSON.stringify({
    version: '0.1.1',
    tenantId: tenant,
    bot: { id: '00000000-0000-0000-0000-000000000011', name: 'Herald' },
    currentUser,
    users,
    personalChat: { id: 'personal-chat-id' },
    groupChat: { id: 'group-chat-id', name: 'Shop' },
    team: {
      id: 'team-id',
      aadGroupId: '00000000-0000-0000-0000-000000000031',
      name: 'Everyone',
      channels: [{ id: NEWS, name: 'News' }],
    },
  });
}
