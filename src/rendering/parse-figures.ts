import { z } from 'zod';
import type { RefusalCode } from '#domain/coordination/refusal.ts';
import { COST_CATEGORIES, PULSE_QUESTIONS, PULSE_WAVES } from '#domain/indicators/figures.ts';
import { METHODS, OBSTACLES } from '#domain/savings/method.ts';
import { isPlainDate } from '#domain/shared/calendar.ts';
import { type Instant, itemId, regionId } from '#domain/shared/ids.ts';
import { FIGURE_TOPICS } from './views/findings.ts';

const code = (refusal: RefusalCode): RefusalCode => refusal;
const MAX = 2000;
/** A pasted column of articles may be longer than a sentence. */
const LONGEST_LIST = 20_000;
const item = z.string().trim().min(1).max(200).transform(itemId);
const instant = z
  .string()
  .max(40)
  .transform((given) => given as Instant);
const category = z.enum(COST_CATEGORIES);
const method = z.enum(METHODS);
const amount = z.number().min(0).max(1e12);
const took = { seconds: amount, external: amount, said: instant };
const short = z.string().trim().max(120, code('text-too-long')).default('');
const written = z.string().trim().max(MAX, code('text-too-long')).default('');
const lines = z.string().trim().max(LONGEST_LIST, code('text-too-long')).default('');
const date = z.string(code('date-unreadable')).trim().refine(isPlainDate, code('date-unreadable'));
const assumptions = z
  .string(code('text-missing'))
  .trim()
  .min(1, code('text-missing'))
  .max(MAX, code('text-too-long'));

/** The buttons about an item's figures. What was typed is read where it is used, so that each fault has its sentence. */
export const figureActions = [
  z.object({
    verb: z.literal(['cost.form', 'saving.methods', 'realised.form', 'attribution.form']),
    item,
  }),
  z.object({ verb: z.literal(['saving.form', 'saving.rule-out-form']), item, method }),
  z.object({ verb: z.literal('cost.show'), item, category: category.exactOptional(), ...took }),
  z.object({ verb: z.literal('cost.save'), item, category, ...took }),
  z.object({ verb: z.literal('cost.send'), item, category, amount: short, said: instant }),
  z.object({ verb: z.literal('cost.undo'), item, number: z.number().int().min(1) }),
  z.object({
    verb: z.literal('saving.send'),
    item,
    method,
    lines,
    index: short.exactOptional(),
    unmatched: short.exactOptional(),
    winner: short.exactOptional(),
    quantity: short.exactOptional(),
    years: short,
    assumptions,
  }),
  z.object({ verb: z.literal('saving.rule-out'), item, method, obstacle: z.enum(OBSTACLES) }),
  z.object({ verb: z.literal(['lesson.form', 'lessons.for']), item }),
  z.object({ verb: z.literal('lesson.show'), item, for: item.exactOptional() }),
  z.object({
    verb: z.literal('pulse.rate'),
    item,
    wave: z.enum(PULSE_WAVES),
    about: z.enum(PULSE_QUESTIONS),
    rating: z.number().int().min(1).max(5),
  }),
  z.object({ verb: z.literal('lesson.use'), item, for: item }),
  z.object({
    verb: z.literal('lesson.send'),
    item,
    worked: written,
    failed: written,
    next: written,
    market: short,
  }),
  z.object({ verb: z.literal('saving.validate'), item, stated: instant }),
  z.object({ verb: z.literal('realised.send'), item, from: date, to: date, lines }),
  z.object({
    verb: z.literal('attribution.send'),
    item,
    coordination: short,
    market: short,
    commerce: short,
    category: short,
  }),
  z.object({
    verb: z.literal('findings.show'),
    topic: z.enum(FIGURE_TOPICS),
    of: z.enum(['figures', 'behind', 'definitions']),
    from: date,
    to: date,
    region: z.string().trim().min(1).max(200).transform(regionId).exactOptional(),
    category: z
      .string()
      .regex(/^\d{1,8}$/)
      .exactOptional(),
  }),
] as const;
