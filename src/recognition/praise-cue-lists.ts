// Words by which a customer's praise, a complaint and an ordinary mail differ, beside those in lane-cue-lists.ts and
// written in the same way. None of them decides alone: how much each list weighs is learned from labelled examples.

/** What went wrong, said in other words than a problem's name. */
export const BROKE = `
  collaps*, stuck, jammed, vanished, disappeared, deleted, overbooked, scratch*, wrong colour, wrong color, wrong size,
  in pieces, did not fit, didn't fit, not ready, wasn't ready, not complete, unusable, mixed us up, too short,
  too small, out of stock, cold food, charged twice, charged us twice, charged me twice, not delivered, never reached,
  never received, not received, came undone, a mess, swallowed, logging me out, promised, angry, not polite, was gone,
  had been given away, given our room away, misspelled, spelled wrong, spelt wrong, bad experience, started badly,
  not a good start, left waiting, kept waiting, had to wait,
  kratzer, zerdrückt, verschwunden, ausgefallen, passte nicht, nicht fertig, doppelt abgebucht, doppelt berechnet,
  ging nichts, ging gar nichts, lief nichts, unvollständig, funktionierte nicht, ging nicht,
  planté, incomplet*, incomplète, pas prête, pas prêt, facturé deux fois, en panne, mauvais prénom, mauvaise taille,
  mauvaise adresse, trompés, faltab*, faltó, no estaba lista, no estaba listo, cobraron dos veces, dejó de funcionar,
  se perdió, estaba mal, color equivocado
`;

/** How things were made right again. */
export const MENDED = `
  new one, right one, another one, second one, same day, same evening, next morning, next day, within the hour,
  within an hour, within minutes, in ten minutes, an hour later, minutes later, by noon, overnight, on the house,
  for the trouble, for the shock, voucher, credit note, credited, apology, apologise, apologize, apologies, said sorry,
  am sorry, are sorry, exchanged, swapped, rebuilt, back online, put right, set it right, good again, admitted,
  upgrade*, free month, month for free, took it back, won us back, for good, brought it in time, untangled,
  entschuldig*, umgehend, sofort, am selben tag, noch am selben, am nächsten tag, am nächsten morgen, korrigiert,
  zurücküberwiesen, gutschrift, kulanz, kulant, aufs haus, lief alles wieder, neu gemacht, dafür bekamen,
  excusé, excuses, excuse, le jour même, le lendemain, une heure après, offert, remboursé, remis en marche, refaire,
  disculp*, pedir perdón, al día siguiente, el mismo día, esa misma tarde, en el momento, devolvió, cambiaron, gratis,
  descuento
`;

/** What nobody had to do. */
export const UNASKED = `
  without being asked, without being told, without asking, without a word, unasked, unprompted, nobody asked,
  no one asked, never asked, before i asked, before we asked, before i even asked, before we even asked,
  before i could, before i knew, before we noticed, did not have to, didn't have to, no reason to, needn't have,
  simply because, just because, because she saw, because he saw, because they saw, in passing, in his break,
  in her break, lunch break, on their break, after work, on his way home, on her way home, on her day off,
  on his day off, day off, stayed late, stayed on, stayed with, stayed until, stayed till, waited with, waited outside,
  walked us, walked me, walked with, carried, noticed, saw that, saw us, saw me, guessed, found out that, remembered,
  mentioned, just to ask, only to ask, just to hear, only to hear, just to say, took the time, taught, showed me how,
  showed us how, hand-drawn, drew, hand-written, handwritten, wrote everything, lent, for free, charged nothing,
  would take no money, took no money, instead of selling, do not need, nothing to do with, offered, knew that,
  had learned, had learnt, surprise, own garden, ohne dass, einfach so, obwohl, nebenbei, nach feierabend, extra für,
  gemerkt, gesehen dass, hat gesehen, gewartet, ohne auftrag, ohne rechnung, geschenkt, gezeigt, vorgelesen,
  selbst gemalt, getragen, dazugelegt, abgeraten, sans que, sans rien dire, sans rien vouloir, sans qu'on, remarqué,
  a vu que, est resté, est restée, avait appris, monté, déconseillé, couru, offert le, gardé, spontanément, sin que,
  de pasada, se acordó, se quedó, vio que, esperó, me subió, aprendió, enseñó, enseñarle, no me cobró, no nos cobró,
  prestaron, ayudarla, ayudarle, acompañó, beyond his, beyond her, beyond their, did not expect, didn't expect,
  not expected, never expected, unexpected, never imagined, impressed, out of his way, out of her way,
  out of their way, out of your way, extra time, extra care, extra effort, luckily, saw to it, without complaint,
  squeezed us in, fitted us in, special effort, gesture, personal note, hand-picked, accommodated, thought of,
  ran after, drove over, drove me, drove us, walked my, gave me a lift, let me use, let us use, sat with, listened to,
  came in on, nicht erwartet, unerwartet, beeindruckt, extra zeit, nahm sich zeit, zeit genommen, inattendu,
  impressionné, impressionnée, je ne m'y attendais, geste, pris le temps, a pris le temps, inesperado, no esperaba,
  detalle, se tomó el tiempo
`;

/** The failure of somebody else, or the customer's own. */
export const OTHERS = `
  another shop, other shop, another company, other company's, somewhere else, the airline, my bank, supplier of,
  not from you, not bought from you, not your fault, not your business, hardly your business, my own fault, own fault,
  our fault, my fault, my mistake, own mistake, my own stupidity, it was me who, me who dropped, i ordered the wrong,
  i had forgotten, we had forgotten, i forgot, i left my, we left, i had packed, i lost my, we had locked,
  locked myself, left in the taxi, lost our luggage, lost my luggage, train was, bus had gone, flight was,
  my card was declined, power in our street, warranty had been over, competitor*, aus versehen, meine schuld,
  mein fehler, die bahn hatte, liegen lassen, liegengelassen, ich hatte vergessen, ma faute, m'étais trompé,
  m'étais trompée, mon train, oublié par, ma propre, me equivoqué, mi culpa, aerolínea, compañía aérea, me dejé,
  había olvidado, left behind, i had left, i'd left, i left, we had left, arriving late, late for my, late for our,
  we were late, i was late, short notice, short deadline, i broke my, i dropped, i misplaced, i lost, we lost,
  i missed my, we missed our, ich verlor, ich hatte verloren, verlegt, j'avais perdu, j'avais oublié, había perdido
`;

/** Thanks and good marks in general, which tell no story. */
export const IN_GENERAL = `
  thank you for everything, thanks for everything, for your help, for the help, for your support, quick reply,
  fast reply, fast answer, quick answer, fast delivery, keep up, keep it up, whole team, entire team, all of you,
  to everyone, the team, as always, as usual, as ever, always, every time, recommend, recommendable, cooperation,
  collaboration, will be back, come back, come again, satisfied, happy with, pleased with, excellent, great service,
  good service, great job, good job, well done, good work, nice work, great work, great experience, professional,
  reliable, helpful, friendly, perfect, best wishes, holidays, christmas, compliments, good product, fair price,
  fair prices, all fine, all good, all is good, all went well, on time, enjoyed, pleasure, received in, in good hands,
  delicious, beautiful, love it, years and, grateful, gratitude,
  zufrieden, weiter so, zusammenarbeit, ganze team, gerne wieder, immer gerne, alles bestens, weihnachten, betreuung,
  schnelle hilfe, schnelle antwort, schnelle lieferung, nettes personal, für alles, wie immer, hervorragend, kompetent,
  très bon, très bonne, satisfait*, continuation, professionnalisme, rien à redire, réponse rapide,
  toute l'équipe, pour tout, livraison rapide, reviendrons, bonnes fêtes, parfait, contents de,
  todo perfecto, todo el equipo, muy buen, muy buena, volveremos, contentos, sigan así, profesionalidad, rápida respuesta,
  por su ayuda, por todo, como siempre, excelente
`;

/** Anger, disappointment and scorn. */
export const COMPLAINT = `
  unacceptable, disappoint*, never again, not come again, not be back, not come back, no longer, terrible, horrible,
  awful, rude, ridiculous, shame, shameful, a joke, what a joke, lawyer, legal action, nobody cares, no one cares,
  still waiting, still no, still not, no answer, no reply, nobody rings, never came, never rings, did not call back,
  money back, give up, gave up, given up, worst, careless, dirty, ignored, ignores, complaint, refuse*,
  thank you for nothing, thanks for nothing, what a way, real talent, of course he, of course she, of course they,
  oh great, another update, again and again, how dare, sick of, fed up, tired of, twice already, speak to a manager,
  speak to your manager, ruined, have had no reply, hangs up, leads nowhere, sadly, too expensive, unable to tell,
  nobody at, nobody told, same trouble, go to other, are closed, applause, bravo, congratulations on, frechheit,
  unverschämt, enttäusch*, nie wieder, geld zurück, vertröstet, danke für nichts, danke für gar nichts, schon wieder,
  na toll, na prima, ein witz, niemand, warte ich, warte noch, zumutung, aufgelegt, durchnässt, inadmissible,
  inacceptable, déçu*, honte, exige, plus jamais, personne ne, toujours pas, quel talent, scandaleux, refuse de,
  vergüenza, inaceptable, decepcion*, nunca más, no pienso, me devuelvan, nadie, llevo, pésim*, muy mala, otra vez el,
  sucks, claimed that, last time i, not order again, never order again, frustrat*, annoying, annoyed, unhelpful,
  incompeten*, i demand, blank stares, overpriced, waste of, poor service, poor quality, unprofessional, unhappy,
  not happy, dissatisfied, unsatisf*, not satisfied, appalling, appalled, disgust*, scam, rip-off, lied, liar,
  misleading, avoid this, stay away, not recommend, would not recommend, cannot recommend, nobody answered,
  no one answered, no one called, nobody called, did not answer, no reaction, no response, without reply, to this day,
  up to this date, have not received, haven't received, reimbursement, small claims, trading standards, consumer,
  chargeback, one star, zero stars, unfreundlich*, ärger*, inkompetent*, katastroph*, miserabel, nie mehr,
  nicht zufrieden, unzufrieden, nicht empfehlen, arnaque, médiocre, scandale, incompétent*, jamais reçu, mécontent*,
  insatisfait*, aucune réponse, estafa, insatisfech*, descontent*, nunca respondieron, no recomiendo
`;

/** What asks for something, offers something or was written by a machine. */
export const ERRAND = `
  please send, please call, please confirm, please find, please note, please arrange, please update, please check,
  please read, please let, please take, please transfer, please unsubscribe, please contact, kindly confirm,
  kindly send, could you, can you, can we, can i, may i, would it be possible, is it possible, i would like to return,
  would like to offer, would need, i need a, how do i, how does, what are your, what do i, when will, where is,
  where are, let me know, as soon as possible, asap, quote for, quotation, offer as discussed, our offer, your order,
  purchase order, attached, out of office, reminder, overdue, password, terms and conditions, click here, discount of,
  subscription, unsubscribe, my contract, invoice for, following up, any news, agenda, the meeting starts, in stock,
  office is closed, has failed, has been received, will be processed, under number, gift card, survey, rankings,
  change the delivery, are you open, open on, inform me, within seven days, refer to my, bitte senden, bitte schicken,
  bitte bestätigen, bitte um, bitten um, kündige, können sie, haben sie, anbei, angebot, nicht im büro, vertretung,
  auftrag freuen, wo bleibt, wo ist, liefertermin, wie viel, wann kommt, merci de, pouvez-vous, êtes-vous, avez-vous,
  où est, résilier, absent, absente, urgence, ci-joint, je souhaite, confirmer, devis, por favor, podrían, podría,
  pueden, tienen, dónde está, cancelar, fuera de la oficina, presupuesto, adjunto, adjunta, quisiera, how much is,
  how much does, how much would, how much do, application for, apply for, our appointment to, an appointment,
  move our appointment, cancel my, cancel the, to cancel, wish to cancel, want to cancel, click here to,
  therefore request, i request, i hereby, hereby inform, we hereby, is attached, see attached, best price,
  special offer, free trial, webinar, invitation to, register now, sign up, we offer, sales team, partnership,
  delivery date, status of, tracking number, bestellnummer, bitte teilen, bitte um rückruf, rückruf, wann wird,
  je voudrais savoir, serait-il possible, quand, necesito saber, cuándo
`;

/** Somebody of ours whom the customer met. */
export const COLLEAGUE = `
  she, he, her, his, him, your driver, your courier, your colleague, your technician, your engineer, your installer,
  your gardener, your receptionist, your waiter, your nurse, your mechanic, your consultant, your designer, your florist,
  your trainer, your guard, your guide, your crew, your people, your cashier, your agent, your manager, your clerk,
  the lady, the man, the woman, the young man, the girl, the waiter, the baker, the chef, the cook, the driver,
  the plumber, the receptionist, the owner, the crew, the assistant, two men, two guys, somebody of,
  er, ihr fahrer, ihre kollegin, ihr kollege, frau, herr, der monteur, die dame, der chef, der kollege, ihre,
  il, elle, votre, votre collègue, le serveur, la vendeuse, le plombier, su, él, ella, la chica, el cocinero,
  el conductor, el camarero, la recepcionista, la farmacéutica
`;

/** The people and days in a customer's own life. */
export const LIFE = `
  my mother, my father, my dad, my mum, my mom, my son, my daughter, my wife, my husband, my sister, my brother, my boy,
  my grandmother, my grandfather, my kid, my kids, our son, our daughter, our baby, my child, my little, my aunt, our bride,
  old lady, old gentleman, birthday, wedding, anniversary, funeral, hospital, exam, interview, first day of school,
  my dog, my cat, the cat, the dog, crying, cried, laughing, smile*, afraid, never forget, best day,
  meine mutter, mein vater, meinem vater, meine tochter, unser sohn, meinem sohn, meiner oma, meine oma, mein mann,
  meine frau, geburtstag, hochzeit, krankenhaus, ma mère, mon père, ma fille, mon fils, ma femme, mon mari, ma voisine,
  anniversaire, mariage, hôpital, mi madre, mi padre, mi hija, mi hijo, mi abuela, mi abuelo, cumpleaños, boda
`;

/** Where a story turns. */
export const TURN = `
  but, yet, still, then, instead, however, when i rang, when i called, i called, one call, after my mail, finally,
  dann, aber, doch, trotzdem, dafür, nach einem anruf, mais, puis, ensuite, pero, luego, entonces, llamé
`;

/** What turns a word of anger round. */
export const NOT_ANGRY = `
  not disappointed, never disappointed, wasn't disappointed, weren't disappointed, not be disappointed, no complaint,
  no complaints, not a single complaint, no shame, nothing to complain about, nicht enttäuscht, nie enttäuscht,
  pas déçu, pas déçue, jamais déçu, ninguna queja, sin quejas, before i had finished complaining, nobody asked,
  no one asked, nobody else, without complaint, never had a complaint, never frustrating, not annoyed
`;
