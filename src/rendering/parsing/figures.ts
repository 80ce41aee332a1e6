import { z } from 'zod';
import { COST_CATEGORIES, PULSE_QUESTIONS, PULSE_WAVES } from '#domain/indicators/figures.ts';
import { METHODS, OBSTACLES } from '#domain/savings/method.ts';
import { FIGURE_TOPICS } from '../views/findings.ts';
import { category, code, date, instant, item, optionalText, region, text } from './fields.ts';

/** A pasted column of articles may be longer than a sentence. */
const LONGEST_LIST = 20_000;
const costCategory = z.enum(COST_CATEGORIES);
const method = z.enum(METHODS);
const amount = z.number().min(0).max(1e12);
const took = { seconds: amount, external: amount, said: instant };
const short = z.string().trim().max(120, code('text-too-long')).default('');
const lines = z.string().trim().max(LONGEST_LIST, code('text-too-long')).default('');
/** The buttons about an item's figures. What was typed is read where it is used, so that each fault has its sentence. */
export const figureActions = [
  z.object({
    verb: z.literal(['cost.form', 'saving.methods', 'realised.form', 'attribution.form']),
    item,
  }),
  z.object({ verb: z.literal(['saving.form', 'saving.rule-out-form']), item, method }),
  z.object({ verb: z.literal('cost.show'), item, category: costCategory.exactOptional(), ...took }),
  z.object({ verb: z.literal('cost.save'), item, category: costCategory, ...took }),
  z.object({ verb: z.literal('cost.send'), item, category: costCategory, amount: short, said: instant }),
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
    assumptions: text,
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
    worked: optionalText,
    failed: optionalText,
    next: optionalText,
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
    region: region.exactOptional(),
    category: category.exactOptional(),
  }),
] as const;
