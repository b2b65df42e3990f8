// Words that go with something having gone wrong, and words that go with making it right, in the languages that this
// version reads. A cue is a whole word or a phrase; a trailing * takes any ending. Separate them by commas.

export const PROBLEM = `
  wrong, mistake*, mixup*, mix-up*, mixed up, error*, broke, broken, damag*, defect*, fault*, fail*, late, delay*, lost,
  missing, complain*, outage*, crash*, overcharg*, double-charg*, double charged, messed up, mess-up*, screw-up*,
  screwed up, never arrived, never came, did not arrive, didn't arrive, not working, didn't work, did not work,
  stopped working, out of order, spilled, spilt, leak*, burnt, apolog*, our fault, problem, problems, issue, issues, bug,
  bugs, incident*, forgot, forgotten, falsch*, fehler*, kaputt*, beschädigt*, verspät*, verloren*, reklam*, beschwer*,
  problem*, panne*, defekt*, vergessen, erreur*, cassé*, abîmé*, retard*, perdu*, plainte*, problème*, défectueu*,
  oublié*, equivoc*, roto, rota, dañad*, retras*, perdid*, queja*, avería*, olvid*, fout, fouten, kapot*, vertraag*,
  vertraging, klacht*, probleem, problemen, beschadigd*, vergeten
`;

export const REPAIR = `
  fix, fixed, fixing, repair*, replac*, refund*, sorted it, sorted out, sort it out, sorted everything, made it right,
  make it right, put it right, put things right, resolv*, solved, saved the day, rescu*, recovered, made up for it,
  compensat*, resent, re-sent, sent a new one, sent another, sent a replacement, reship*, re-ship*, overnighted,
  apologised, apologized, corrected, turned it around, got it working, smoothed over, behoben, gelöst, repariert*,
  ersetzt*, ersatz*, erstattet, gutgeschrieben, in ordnung gebracht, gerettet, wiedergutgemacht, réparé*, remplacé*,
  rembours*, résolu*, corrigé*, rattrapé*, arregl*, repar*, reemplaz*, reembols*, solucion*, corrigi*, opgelost,
  gerepareerd, vervangen, terugbetaald, hersteld, rechtgezet, gered
`;

/** Phrases in which a problem word tells of no problem. */
export const NO_PROBLEM = `
  no problem, no problem at all, not a problem, without a problem, without problems, without any problem,
  without any problems, no issue, no issues, without issue, without issues, no mistake, never wrong, can't go wrong,
  couldn't go wrong, nothing went wrong, nothing had gone wrong, nothing was wrong, wasn't late, not late, never late,
  never fails to, never failed to, without fail, without delay, no delay, kein problem, gar kein problem,
  ohne probleme, nichts kaputt, pas de problème, aucun problème, sans problème, sin problema, sin problemas,
  ningún problema, geen probleem, geen enkel probleem
`;

export const DELIGHT = `
  delight*, amaz*, wonderful*, lovely, kind, kindness, beyond, extra mile, surpris*, made my day, made our day, smile*,
  thoughtful*, brilliant*, fantastic*, superb*, exceptional*, touched, unforgettable, birthday, wunderbar*, begeister*,
  herzlich*, überrasch*, freundlich*, magnifique*, adorable*, ravi, ravie, génial*, gentil*, maravillos*, encant*,
  amabl*, geweldig*, prachtig*, attent*, vriendelijk*
`;

export const THANKS = 'thank*, grateful, appreciat*, danke*, dank, merci, gracias, bedankt, dankjewel, ありがとう*';
