// Words that go with something having gone wrong, and words that go with making it right, in the languages that this
// version reads. A cue is a whole word or a phrase, without punctuation; a word's trailing * takes any ending, and its
// leading * any beginning too, for scripts without spaces. Separate them by commas.

export const PROBLEM = `
  wrong, mistake*, mixup*, mix-up*, mixed up, error*, broke, broken, damag*, defect*, fault*, fail*, delay*, lost,
  was late, were late, is late, came late, come late, arrived late, delivered late, ran late, running late, too late,
  minutes late, hour late, hours late, day late, days late, week late, weeks late, late again, late delivery,
  missing, complain*, outage*, crash*, overcharg*, double-charg*, double charged, messed up, mess-up*, screw-up*,
  screwed up, never arrived, never came, did not arrive, didn't arrive, not working, didn't work, did not work,
  stopped working, out of order, spilled, spilt, leak*, burnt, apolog*, problem*, an issue, the issue, this issue,
  that issue, my issue, our issue, issue with, issues, bug, bugs, incident, incidents, forgot, forgotten,
  falsch*, fehler*, kaputt*, beschädigt*, verspät*, verloren*, reklam*, beschwer*, panne*, defekt*, vergessen,
  erreur*, cassé*, abîmé*, retard*, perdu*, plainte*, problème*, défectueu*, oublié*,
  equivoc*, roto, estaba rota, llegó rota, vino rota, dañad*, retras*, perdid*, queja*, avería*, olvidó, olvidaron,
  olvidamos, olvidado, olvidada, olvido,
  fout, fouten, kapot*, vertraag*, vertraging*, klacht*, probleem, beschadigd*, vergeten
`;

export const REPAIR = `
  fixed, fixing, fix it, fix the, fix this, fix that, fix my, fix our, fix everything, a fix, to fix, repair*, replac*,
  refund*, sorted it, sorted out, sort it out, sorted everything, made it right, make it right, put it right, put right,
  put things right, resolv*, solved, saved the day, rescu*, recovered, made up for it, made good, compensat*, resent,
  re-sent, sent it again, sent them again, sent a new, sent me a new, sent us a new, sent another, reprinted, remade,
  redid, redone, reship*, re-ship*, overnighted, apologised, apologized, corrected, turned it around, got it working,
  smoothed over,
  behoben, gelöst, repariert*, ersetzt*, ersatz*, erstattet, umgetauscht, ausgetauscht, nachgeliefert, gutgeschrieben,
  in ordnung gebracht, gerettet, wiedergutgemacht,
  réparé*, remplacé*, rembours*, résolu*, corrigé*, rattrapé*, renvoyé*, échangé*,
  arregló, arreglaron, arreglar, arreglado, arreglada, reparó, repararon, reparar, reparado, reparada, reparación,
  reemplaz*, reembols*, solucion*, corrigi*,
  opgelost, gerepareerd, vervangen, terugbetaald, hersteld, rechtgezet, omgeruild, nagestuurd, gered
`;

/** Words in which a problem word tells of no problem, or of nobody's but the customer's own. */
export const NO_PROBLEM = `
  no problem, no problem at all, no problems, not a problem, without a problem, without problems, without any problem,
  without any problems, problem-free, no issue, no issues, without issue, without issues, without an issue,
  without any issues, no mistake, no mistakes, error-free, faultless, faultlessly, never wrong, not wrong, can't go wrong,
  cannot go wrong, couldn't go wrong, nothing went wrong, nothing had gone wrong, nothing was wrong, nothing is wrong,
  nothing goes wrong, nothing ever goes wrong, what could go wrong, if anything goes wrong, if something goes wrong,
  wasn't late, not late, never late, never too late, never fails, never fails to, never failed, never failed to, without fail,
  without delay, without a delay, without any delay, no delay, no delays, nothing missing, nothing was missing,
  nothing is missing, missing a beat, nothing lost, nothing was lost, no time lost, lost for words, lost track of time,
  lost count, broke into a smile, broke the ice, broken english, no damage, without damage, crash course,
  without incident, no complaint, no complaints, not a single complaint, can't complain, cannot complain,
  nothing to complain about, never complained, without complaining, my mistake, my own mistake, my fault,
  my own fault, customer's mistake, customer's own mistake, customer's fault, customer's own fault,
  by mistake the customer, i ordered the wrong, i had ordered the wrong, customer ordered the wrong,
  customer had ordered the wrong, i forgot, i had forgotten, i'd forgotten, customer forgot, customer had forgotten,
  never forgotten, not forgotten, nothing forgotten, not once forgot, never forgot,
  kein problem, gar kein problem, keine probleme, ohne probleme, ohne problem, problemlos, problemlose, problemloser,
  problemlosen, problemloses, fehlerfrei, fehlerlos, ohne fehler, ohne verspätung, ohne reklamation, nichts kaputt,
  nichts verloren, nichts vergessen, nicht vergessen, nie vergessen, unvergessen, keine beschwerden,
  pas de problème, aucun problème, sans problème, sans aucun problème, sans retard, sans erreur, rien oublié, rien perdu,
  rien cassé, pas de retard, aucun retard, aucune erreur,
  sin problema, sin problemas, sin ningún problema, ningún problema, ningun problema, no hay problema, sin retraso,
  sin retrasos, ninguna queja, sin quejas, nada roto,
  geen probleem, geen problemen, geen enkel probleem, zonder problemen, geen klachten,
  zonder vertraging, geen vertraging, niets vergeten, niet vergeten, nooit vergeten, geen fout, geen fouten
`;

export const DELIGHT = `
  delight*, amaze, amazed, amazes, amazing, amazingly, wonderful*, lovely, so kind, very kind, really kind, how kind,
  most kind, was kind, were kind, is kind, kind enough, kindly, kindness, above and beyond, went beyond, beyond what,
  beyond all expectations, beyond expectations, beyond my expectations, beyond our expectations, extra mile, surpris*,
  made my day, made our day, smile*, thoughtful*, brilliant*, fantastic*, superb*, exceptional*, was touched,
  were touched, so touched, deeply touched, touched me, touched us, touched by, touched my, unforgettable, birthday,
  wunderbar*, gefreut, begeister*, herzlich*, überrasch*, freundlich*, großartig*, liebevoll*,
  magnifique*, adorable*, suis ravi, suis ravie, sommes ravis, sommes ravies, était ravi, était ravie, étions ravis,
  génial*, gentil*, formidable*, chaleureu*,
  maravillos*, encant*, amabl*, estupend*, increíbl*,
  geweldig*, prachtig*, attent, attente, attentief, vriendelijk*, fantastisch*
`;

export const THANKS = `
  thank*, grateful, appreciat*, danke*, dank, dankbar*, merci, remerci*, gracias, agradec*, bedankt, dankjewel,
  dankbaar, *ありがとう*, *感謝*
`;

/** How letters end in every tone, and what asks for something: neither tells of delight or of thanks. */
export const COURTESY = `
  kind regards, kindest regards, kindly send, kindly confirm, kindly reply, kindly let, thanks in advance,
  thank you in advance, many thanks in advance, thanking you in advance,
  mit freundlichen grüßen, mit freundlichen grüssen, mit freundlichem gruß, mit freundlichem gruss, freundliche grüße,
  freundliche grüsse, mit herzlichen grüßen, mit herzlichen grüssen, herzliche grüße, herzliche grüsse,
  herzlichen gruß, danke im voraus, dank im voraus, vielen dank im voraus,
  merci d'avance, en vous remerciant d'avance, gracias de antemano,
  vriendelijke groet, vriendelijke groeten, bij voorbaat dank, alvast bedankt
`;
