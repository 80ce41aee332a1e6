import type { IndicatorId } from '#domain/indicators/ids.ts';
import type { Exclusion, NoValue, Unit } from '#domain/indicators/indicator.ts';

/** A figure's name, and in one sentence what it is. */
export interface Defined {
  readonly name: string;
  readonly definition: string;
}
export interface IndicatorWords {
  readonly indicators: Readonly<Record<IndicatorId, Defined>>;
  readonly target: (of: string) => Defined;
  readonly noValue: Readonly<Record<NoValue, string>>;
  readonly excluded: Readonly<Record<Exclusion, string>>;
  readonly units: Readonly<Record<Unit, string>>;
  readonly forecast: string;
}
