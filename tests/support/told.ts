import { notices, type Step, type Story } from '#support/given.ts';
import { governance } from '#support/world.ts';

/** Each notice as one line: which card, why, to whom. */
export const lines = (story: Story, step: Step, rules = governance): string[] =>
  notices(story, step, rules).map(({ subject, occasion, audience }) => {
    const about = 'unit' in subject ? ` ${subject.unit.split('/')[1]}` : '';
    const where = 'region' in subject ? ` ${subject.region}` : 'body' in subject ? ` ${subject.body}` : '';
    const to = audience.map((one) => {
      if (one.to === 'person') return one.person.split(':')[1];
      return one.to === 'unit' ? one.unit : `${one.role} ${one.regions.join('+')}`;
    });
    return `${subject.card}${about}${where} ${occasion}: ${to.join(', ')}`;
  });
