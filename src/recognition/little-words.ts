/**
 * Words that say nothing of what an idea is about: the little ones that hold sentences together, in the languages most
 * read here, and those that stand in any idea. As they are once accents are gone. Another language does without.
 */
const LISTS = [
  // English
  `a about after all also always am an and any are as ask at away be because been before being but by can could did do does
   each every everybody everyone few for from get give go had has have he her here him his how i if in into is it its just
   let like make many may me might more most much must my need new no not now of off on once one only or other our out over
   own people please put say see she should so some someone such take than that the their them then there these they thing
   this those through to too try up us use very want was way we were what when where whether which while who why will with
   would you your`,
  // German
  `aber alle allen alles als am an auch auf aus bei beim bin bis da damit dann das dass dem den der des die dies diese diesem
   diesen dieser doch dort du ein eine einem einen einer eines er es etwas fur habe haben hat hatte ich ihm ihn ihr ihre
   ihren im immer in ins ist ja jede jedem jeden jeder jedes kann kein keine konnen konnten man mehr mein meine mit muss
   nach nicht noch nur ob oder sein seine sich sie sind so soll sollen sollte sollten um und uns unser unsere unter vom von
   vor war was wenn wer werden wie wir wird wo zu zum zur`,
  // French
  `au aux avec ce ces cette ces chaque comme dans de des du elle en est et etre eux fait faire ici il ils je la le les leur
   leurs lui ma mais me mes moi mon ne nos notre nous on ont ou par pas plus pour qu que qui sa sans se ses si son sont sur
   ta te tes toi ton tous tout toute tres tu un une vos votre vous`,
  // Spanish and Portuguese
  `ao aos as cada com como con cual da das de del desde do dos e el ella ellas ellos em en entre era es esa ese eso esta
   este esto foi ha hay ja la las le les lo los mais mas me mi mis mucho muito muy na nao nas no nos nosso nuestra nuestro o
   os ou para pero por porque pra puede que quien se sem ser si sin sobre son su sua suas sus tambem te tem tener ti tiene
   todo todos tu um uma un una uno y ya yo`,
  // Italian and Dutch
  `aan agli ai al alla alle anche bij che chi ci come con cui da dai dal dalla dat de degli dei del della delle deze di die
   dit door e een er gli hebben het hij hun i ik il in is je kan la le lo ma maar meer met mi mijn mio naar nei nel nella
   niet nog non of om ons onze ook op over per perche piu quando quello questa questo se si sia sono su sua suo te tot tutti
   tutto uit un una uno van voor waar was wat we wel werd wie wij worden zich zij zijn zo`,
  // Slavic and Scandinavian
  `att av den det dla do ed en ett for han har hon i ich inte ja jak jako je jest kan med na nie och od oraz pa po pro przez
   se sig sin sie skal som ta tak ten till to ve vi w z za ze
   а без бы был в все вы для до его ее если есть и из или их к как когда мы на не но о он она они от по при с так то у что
   это я`,
  // Arabic and Hebrew
  `ان او الى اذا التي الذي بعد ثم عن على في قبل كان كل كما لا لم ما مع من منذ هذا هذه هو هي و يا
   אבל או אחרי אל אם אנחנו אני את גם הוא היא הם זה זאת יש כל כמו כן לא לפני מה מי עם על של`,
  // In any idea
  `client clients cliente clientes clienti customer customers idea ideas idee ideen idees kunde kunden kundin klant klanten
   klient klienci клиент клиента клиенту клиентам`,
] as const;

export const LITTLE_WORDS: ReadonlySet<string> = new Set(LISTS.flatMap((list) => list.split(/\s+/)));
