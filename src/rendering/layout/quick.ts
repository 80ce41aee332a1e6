import { Constant, Expression, ExpressionType } from 'adaptive-expressions';
import type { Template } from 'adaptivecards-templating/lib/template-engine.js';

/** The names of `a.b.c`, the outermost first; null for anything but names. */
const namesOf = (expression: Expression): readonly string[] | null => {
  if (expression.type !== ExpressionType.Accessor) return null;
  const [name, of, ...more] = expression.children;
  if (!(name instanceof Constant) || typeof name.value !== 'string' || more.length > 0) return null;
  if (of === undefined) return [name.value];
  const before = namesOf(of);
  return before && [...before, name.value];
};

/** The library hands its data over in an object with `$data` and `$root`; a bare name is one of `$data`. */
const lookUp = (memory: unknown, names: readonly string[]): unknown => {
  let at: unknown = memory;
  for (const [i, name] of names.entries()) {
    if (i === 0 && !name.startsWith('$')) at = (at as { $data?: unknown }).$data;
    if (typeof at !== 'object' || at === null || at instanceof Map) return undefined;
    at = Object.hasOwn(at, name) ? at[name as keyof typeof at] : undefined;
  }
  return at;
};

const quicken = (expression: Expression): void => {
  // A condition that does not hold is written out as a warning that nobody reads, each time.
  const text = expression.toString();
  expression.toString = () => text;
  for (const child of expression.children) quicken(child);
  const names = namesOf(expression);
  if (!names) return;
  const evaluate = expression.tryEvaluate.bind(expression);
  expression.tryEvaluate = (state, options) => {
    const value = lookUp(state, names);
    // What is not there may be shown in a way of the library's own.
    return (value === undefined || value === null) && options?.nullSubstitution
      ? evaluate(state, options)
      : { value, error: undefined as never };
  };
};

const walk = (node: unknown): void => {
  if (node instanceof Expression) quicken(node);
  else if (Array.isArray(node)) node.forEach(walk);
  else if (typeof node === 'object' && node !== null) Object.values(node).forEach(walk);
};

/**
 * The library takes a path apart again, by regular expression, each time it looks a value up, and for each name also tries
 * every other spelling of capitals. In our templates nearly all expressions are a name; they are taken apart here, once.
 */
export const quickened = (template: Template): Template => {
  walk((template as unknown as { readonly _preparedPayload: unknown })._preparedPayload);
  return template;
};
