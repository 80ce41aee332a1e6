/** The registrar's card. */
export const record = {
  registry: {
    kicker: '{region}s diarium',
    heading:
      '{count, plural, =0 {Allt är diariefört} one {1 ärende att diarieföra} other {# ärenden att diarieföra}}',
    intro: 'Skriv diarienumret som det står i diariet. Lämna tomt det som inte är klart.',
    none: 'Här dyker nya svar, invändningar, ställningstaganden och beslut upp.',
    documents: '{documents}. {waited}',
    waited:
      '{days, plural, =0 {Kom i dag.} one {Det äldsta har väntat 1 arbetsdag.} other {Det äldsta har väntat # arbetsdagar.}}',
    withheld:
      '{count, plural, one {Ett ärende där du anmält jäv. Någon annan diarieför det.} other {# ärenden där du anmält jäv. Någon annan diarieför dem.}}',
    notYours: 'Inget för dig att diarieföra',
    number: 'Diarienummer för {title}',
    numberHint: 'Till exempel RS 2026-0123',
    numberError: 'Skriv numret som i diariet.',
    again: 'Diariefört under {number}',
    save: 'Spara numren',
    more: 'Visa nästa',
    back: 'Börja om från det äldsta',
    open: 'Vad är inte diariefört?',
    mine: '{count, plural, one {1 ärende att diarieföra} other {# ärenden att diarieföra}}',
    summary:
      '{count, plural, =0 {Allt är diariefört} one {1 ärende att diarieföra} other {# ärenden att diarieföra}}',
  },
  documents: {
    answer: '{count, plural, one {1 svar} other {# svar}}',
    objection: '{count, plural, one {1 invändning} other {# invändningar}}',
    position: '{count, plural, one {1 ställningstagande} other {# ställningstaganden}}',
    decision: '{count, plural, one {1 beslut} other {# beslut}}',
    transfer: '{count, plural, one {1 överlämnande} other {# överlämnanden}}',
  },
  transferred: {
    kicker: 'Ärendet byter nämnd · {id}',
    moved: '{from} har upphört. Ärendet fortsätter hos {to}.',
    stands: 'Nivån, tidsgränsen, svaren och det som är beslutat gäller som förut.',
    wanted: 'Ärendet behöver ett nytt diarienummer hos er.',
    reading: 'Vår läsning: {text}',
    status: 'Läge',
    level: 'Nivå',
    due: 'Tidsgräns',
    archive: 'Arkivet tas över av',
    former: 'Tidigare diarienummer',
    number: 'Diarienummer',
    summary: 'Ärendet {title} fortsätter hos en annan nämnd',
  },
} as const;
