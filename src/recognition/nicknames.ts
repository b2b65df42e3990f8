// First names that people call each other by. Each row is one person's names; a name may stand in several rows. They only
// ever lead to a question: whoever is meant is chosen by a person.

const ROWS = `
  alexander, alexandra, alex, alessandro, alessandra, sascha, sasha, sandra, xander, lexi
  andreas, andrea, andrew, andré, andrés, andi, andy, drew
  anna, ana, anne, anita, anja, annie, ann, hannah, nan, nancy
  antonio, antonia, anthony, anton, toni, tony
  barbara, bärbel, babs, barb
  benjamin, ben, benny, benji
  bernhard, bernard, bernd, bernie
  carolina, caroline, carolin, carol, carrie, caro, lina
  catherine, catharina, katharina, katherine, kathrin, katrin, kate, katie, kathy, cathy, cat, kathi, käthe, catalina
  charles, karl, carl, carlos, charlie, chuck, charlotte, lotte, lottie
  christian, christoph, christopher, christina, christine, christiane, chris, cristina, kirsten, tina, kit
  daniel, daniela, dan, danny, dani
  david, dave, davy
  dolores, lola
  dominik, dominic, dominique, dom, nick
  dorothea, dorothy, dora, dori, dot
  edward, eduard, eduardo, ed, eddie, ted, teddy, ned
  elisabeth, elizabeth, elisa, lisa, liza, liz, lizzie, beth, betty, lisbeth, sissi, elsa, else, ella, isabel, isabella, bella, isa
  emily, emilia, emma, em, millie, emmy
  felicitas, felix, feli
  francisco, franziska, francesca, francis, françois, françoise, frances, franz, frank, paco, pancho, fran, franzi, frankie
  frederick, friedrich, federico, fred, freddy, fritz, frederike, rike
  gabriel, gabriele, gabriela, gabi, gaby, gabe
  georg, george, jorge, georgina, georgia, jörg
  gerald, gerhard, gerard, gerd, gerry, jerry
  gregor, gregory, greg
  guillermo, guillaume, wilhelm, william, will, willi, willy, bill, billy, liam, memo, guille
  helena, helene, helen, elena, ellen, lena, leni, nell, hélène
  henry, heinrich, enrique, henri, harry, heinz, heiner, hank, henrik, quique
  ignacio, ignaz, nacho
  jacob, jakob, jacques, james, jim, jimmy, jaime, diego, santiago, jake, jamie, coby
  jacqueline, jackie
  jennifer, jen, jenny
  jessica, jess, jessie
  johann, johannes, john, juan, jean, ivan, jan, hans, hannes, jack, johnny, jon, ian, giovanni, johan
  johanna, joanna, juana, jeanne, joan, jo, hanna, hanne, giovanna, ivana
  jonathan, jonas, jon, jonny, nathan
  joseph, josef, josé, joe, joey, sepp, pepe, giuseppe, josefa, josefine, jo, josie, fina
  judith, judy, jude
  julia, juliane, julie, juliette, jules, julian, jul
  kenneth, ken, kenny
  konrad, conrad, conny, cornelia, conni
  leonard, leonhard, leonardo, leonie, leon, leo, lenny
  lawrence, laurence, laurent, lorenzo, lorenz, larry, laura, lauri, lars
  ludwig, louis, luis, louise, luise, luisa, lou, lulu
  magdalena, madeleine, maddie, lena, magda, leni
  manuel, manuela, emanuel, manolo, manu, manny
  margaret, margarete, margarita, marguerite, maggie, meg, peggy, greta, grete, gretel, rita, gitte, margot, daisy
  maria, marie, mary, maría, mia, mimi, marion, molly, polly, mitzi, maja, maya, marita
  martin, martina, marty, tina
  matthias, matthew, matthieu, mateo, matteo, matt, mattie, hias, mathieu
  maximilian, maximiliane, maxime, maxine, max
  melanie, melissa, mel, melly
  michael, michaela, michel, michelle, miguel, mike, mick, mickey, michi, mischa, misha, mitch
  monica, monika, moni
  natalie, natalia, natascha, nat, tasha
  nicholas, nikolaus, nicolas, nicole, nicola, nick, nicky, niko, nico, klaus, claus, niklas, colin
  olivia, oliver, oli, ollie, olli, liv, livia
  patrick, patricia, pat, paddy, patty, trish, tricia, patrizia, patri
  peter, pedro, pierre, pete, petra, pit
  philip, philipp, philippe, felipe, phil, pip, filippo
  rachel, raquel, rach
  rebecca, rebekka, becky, becca
  richard, ricardo, rick, ricky, dick, rich, richie
  robert, roberto, roberta, rob, robbie, bob, bobby, bert, robin
  ronald, ron, ronnie, veronica, veronika, vroni
  rosemary, rosemarie, rosa, rose, rosie, rosi
  samuel, samantha, sam, sammy
  sara, sarah, sally, sadie
  sebastian, sébastien, basti, seb, bastian
  simon, simone, simona, sim
  stefan, stephan, stephen, steven, steve, stefanie, stephanie, steffi, steffen, stéphane, esteban, étienne, steph
  susan, susanne, susanna, sue, susi, susie, suzie, suzanne, sanne
  theodor, theodore, théo, theo, ted, teddy, dora
  theresa, teresa, therese, terry, tess, resi, tere
  thomas, tomás, tom, tommy
  timothy, timotheus, tim, timo, timmy
  ulrich, ulrike, uli, ulli, rike
  ursula, uschi, ulla, ursel
  valentin, valentina, valerie, val, tina, vale
  victor, viktor, victoria, viktoria, vic, vicky, vicki, tori
  vincent, vinzenz, vicente, vince, vinnie
  walter, walt, wally
  wolfgang, wolf, wolfi
  yvonne, yvette, eve, eva, evi, ivy, evelyn, evelin
  zachary, zacharias, zach, zack
`;

const others = new Map<string, Set<string>>();
for (const row of ROWS.trim().split('\n')) {
  const names = row.split(',').map((name) => name.trim());
  for (const name of names) {
    const known = others.get(name) ?? new Set();
    for (const other of names) if (other !== name) known.add(other);
    others.set(name, known);
  }
}

/** Other first names that somebody called so may have, in lower case. */
export function otherNames(name: string): ReadonlySet<string> {
  return others.get(name.toLowerCase()) ?? new Set();
}
