import type { PlainDate } from '#domain/shared/ids.ts';
import { never } from '#domain/shared/result.ts';
import type { Shown } from '../text/safe.ts';
import type { StageFact } from '../views/stage.ts';
import type { RegionName } from '../views.ts';
import { dotted, type Fact, maybe } from './frame.ts';
import type { Writer } from './writer.ts';

export const line = (title: Shown, value: Shown): Fact => ({ title, value });

/** A body and the regions that it decides for; a body that carries its region's name says so itself. */
export const bodyFor = (
  body: { readonly sv: string; readonly en: string },
  regions: readonly RegionName[],
  w: Writer,
): Shown => {
  const name = body[w.language];
  const own = regions.every((region) => name.includes(region[w.language].replace(/^Region /, '')));
  return own ? w.name(name) : w.say('stageFact.whoFor', { body: w.name(name), region: w.regions(regions) });
};

export const leftLine = (
  { region, last }: { readonly region: RegionName; readonly last: PlainDate },
  w: Writer,
): Fact =>
  line(w.say('stageFact.left'), w.say('stageFact.leftOn', { region: w.region(region), last: w.day(last) }));

export const factLine = (fact: StageFact, w: Writer): Fact => {
  switch (fact.kind) {
    case 'ceiling':
      return line(
        w.say('stageFact.ceiling', { region: w.region(fact.region) }),
        fact.value === 0
          ? w.say('stageFact.noCeiling')
          : fact.volume === undefined
            ? w.kronor(fact.value)
            : w.say('stageFact.ceilingVolume', {
                value: w.kronor(fact.value),
                volume: w.number(fact.volume),
              }),
      );
    case 'called': {
      const { value, volume } = fact;
      return line(
        w.say('callOff.called', { region: w.region(fact.region) }),
        dotted([
          maybe(value, ({ called, left }) =>
            w.say('callOff.calledLeft', { called: w.kronor(called), left: w.kronor(left) }),
          ),
          maybe(volume, ({ called, left }) =>
            w.say('callOff.volumeLeft', { called: w.number(called), left: w.number(left) }),
          ),
        ]) ?? w.say('stageFact.noCeiling'),
      );
    }
    case 'authorised':
      return line(
        w.say('stageFact.authorised', { region: w.region(fact.region) }),
        w.say('stageFact.authorisedBy', { date: w.day(fact.date), reference: w.name(fact.reference) }),
      );
    case 'decided': {
      const who = fact.by ? w.name(fact.by) : w.name(fact.body[w.language]);
      const given = { who, date: w.day(fact.date), regions: w.regions(fact.regions) };
      return line(
        w.say(`stageKind.${fact.decision}`),
        w.say(fact.late ? 'stageFact.decidedLate' : 'stageFact.decided', given),
      );
    }
    case 'missing': {
      const decides = maybe(fact.body, (names) => bodyFor(names, [fact.region], w));
      const who = maybe(decides, (body) =>
        fact.registers === undefined
          ? body
          : w.say('stageFact.registeredBy', { who: body, name: w.name(fact.registers) }),
      );
      const value = who
        ? w.say(
            fact.late ? 'stageFact.missingLate' : fact.asked ? 'stageFact.missingAsked' : 'stageFact.missing',
            { who },
          )
        : w.say(fact.left ? 'stageFact.nobodyLeft' : 'stageFact.nobody', { region: w.region(fact.region) });
      return line(w.say(`stageKind.${fact.decision}`), value);
    }
    case 'left':
      return leftLine(fact, w);
    case 'change': {
      const { region, value, volume, until, made, ground } = fact;
      const where = maybe(region, (one) => w.region(one));
      return line(
        made ? w.say('stageFact.changed', { date: w.day(made) }) : w.say('stageFact.change'),
        dotted([
          where && value !== undefined
            ? w.say('stageFact.changeCeiling', { region: where, value: w.kronor(value) })
            : undefined,
          where && volume !== undefined
            ? w.say('stageFact.changeVolume', { region: where, volume: w.number(volume) })
            : undefined,
          maybe(until, (day) => w.say('stageFact.changeUntil', { until: w.day(day) })),
          w.say(`modifyGround.${ground}`),
        ]) ?? w.say(`modifyGround.${ground}`),
      );
    }
    case 'alone':
      return line(
        w.say('stageFact.alone', { region: w.region(fact.region) }),
        w.say('stageFact.aloneBy', { date: w.day(fact.date), value: w.kronor(fact.value) }),
      );
    case 'no-rows':
      return line(w.say('stageKind.initiate'), w.say('stageFact.noRows'));
    case 'day':
      return line(w.say(`stageDay.${fact.day}`), w.day(fact.date));
    case 'said':
      return line(w.say(`stageSaid.${fact.said}`), w.text(fact.text));
    case 'secret':
      return line(w.say('stageFact.secret'), w.say('stageFact.secretNote'));
    case 'principle':
      return line(w.say('stageFact.principle'), w.say('stageFact.principleNote'));
    case 'documentation-complete':
      return line(w.say('stageFact.documentation'), w.say('stageFact.complete'));
    default:
      return never(fact);
  }
};
