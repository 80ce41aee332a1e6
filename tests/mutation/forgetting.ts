import {
  remembered as keeping,
  rememberedFor as keepingFor,
  rememberedForBoth as keepingForBoth,
} from '../../src/domain/shared/remembered.ts';

interface Stryker {
  readonly __stryker__?: { readonly activeMutant?: string; readonly currentTestId?: string };
}
/** While no mutant is active Stryker asks what each test reaches: then each works everything out itself. */
const occasion = (): string | undefined => {
  const { activeMutant, currentTestId } = (globalThis as Stryker).__stryker__ ?? {};
  return activeMutant ?? currentTestId;
};

/** What was worked out while one mutant was active is not what the next would have worked out. */
const forgetting =
  <Given extends readonly unknown[], V>(
    keep: (make: (...given: Given) => V) => (...given: Given) => V,
  ): typeof keep =>
  (make) => {
    let under = occasion();
    let kept = keep(make);
    return (...given) => {
      const now = occasion();
      if (now !== under) {
        under = now;
        kept = keep(make);
      }
      return kept(...given);
    };
  };

export const remembered: typeof keeping = (make) => forgetting(keeping<never, never>)(make as never) as never;
export const rememberedFor: typeof keepingFor = (make) =>
  forgetting(keepingFor<never, never>)(make as never) as never;
export const rememberedForBoth: typeof keepingForBoth = (make) =>
  forgetting(keepingForBoth<never, never, never>)(make as never) as never;
