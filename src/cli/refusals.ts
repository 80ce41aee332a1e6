import type { Refusal, RefusalCode } from '#domain/coordination/refusal.ts';
import { type Actor, hasRole } from '#domain/shared/actor.ts';
import { refusalSentence } from '#rendering/render.ts';
import { refusedBy } from './output.ts';

/** Where the sentence for a chat would send an operator to a button. */
const OPERATORS: Partial<Readonly<Record<RefusalCode, string>>> = {
  'not-allowed': "This person's role may not do that: name an officer with --as, or leave --as out.",
  'item-locked': 'The item is locked, so nothing that matters in it may change: talk to its officer.',
  'not-possible-now': 'In its present state nobody can be asked about it: see "item ID".',
  'deadline-in-the-past': 'The deadline has passed already: give a later --deadline.',
  'nobody-to-ask': 'There is nobody to ask: import a directory with an officer and unit managers.',
  'round-already-open': 'The units have already been asked: see "item ID" for their answers.',
  'people-only': 'A person has to do that: name one with --as.',
  'registered-otherwise':
    'The case has another registry number: to correct or succeed it, name that one with --replaces.',
  busy: 'Others changed it at the same moment, again and again: run the command once more.',
};

/** Where another role than an officer's is what is missing. */
const ROLES: Readonly<Record<string, string>> = {
  registrar: 'Only a registrar of that authority may do that: name one with --as.',
  controller: 'That is for whoever answers for the figures: name a controller with --as.',
};

/** What was refused and what to do next, in English. */
export const sentenceOf = (refusal: Refusal): string =>
  ROLES[refusal.params?.role ?? ''] ?? OPERATORS[refusal.code] ?? refusalSentence(refusal, 'en');

/** The command line itself may do it; a person whom `--as` names only with the role. */
export const demandRole = (actor: Actor, role: 'officer' | 'administrator'): void => {
  if (actor.kind === 'operator' || hasRole(actor, role)) return;
  throw refusedBy(`Only an ${role} may do that: name one with --as, or leave --as out.`);
};
