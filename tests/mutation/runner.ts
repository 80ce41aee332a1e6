import { glob } from 'node:fs/promises';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { InstrumenterContext } from '@stryker-mutator/api/core';
import { declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin';
import {
  type DryRunResult,
  DryRunStatus,
  determineHitLimitReached,
  type MutantRunOptions,
  type MutantRunResult,
  type TestResult,
  type TestRunner,
  TestStatus,
  toMutantRunResult,
} from '@stryker-mutator/api/test-runner';
import { hook } from './hooks.ts';
import { createOrder } from './order.ts';
import { type Test, taken } from './vitest.ts';

const TESTS = 'tests/domain/**/*.test.ts';
/** It reads files, and runs nothing that could be changed. */
const LEFT_OUT = 'tests/domain/rules-map.test.ts';

type Space = { [key in keyof InstrumenterContext]: InstrumenterContext[key] | undefined };
const context = (): Space => {
  const global = globalThis as { __stryker__?: Space };
  global.__stryker__ ??= {};
  return global.__stryker__;
};

interface Kept extends Test {
  readonly file: string;
}

/**
 * Runs the rules' tests for Stryker in this process: loaded once and told again for each mutant, the quickest to find
 * something first. Vitest would load everything anew for each, which takes ten times as long as the tests themselves.
 */
class RulesRunner implements TestRunner {
  readonly #tests = new Map<string, Kept>();
  readonly #endings: (() => unknown)[] = [];
  readonly #order = createOrder();

  capabilities() {
    // A mutant is switched on when the tests run and never while they load: nothing has to be loaded anew after it. Said
    // otherwise, Stryker would begin a new process for each that loading reaches too.
    return { reloadEnvironment: true };
  }

  async #load(): Promise<void> {
    if (this.#tests.size > 0) return;
    hook();
    for (const file of (await Array.fromAsync(glob(TESTS))).sort()) {
      if (file === LEFT_OUT) continue;
      const path = resolve(file);
      await import(pathToFileURL(path).href);
      const { tests, endings } = taken();
      for (const test of tests) {
        const id = `${file}#${test.name}`;
        if (this.#tests.has(id)) throw new Error(`Two tests have the same name: ${id}`);
        this.#tests.set(id, { ...test, file: path });
      }
      this.#endings.push(...endings);
    }
  }

  async #told(id: string): Promise<TestResult> {
    const test = this.#tests.get(id);
    if (!test) throw new Error(`No such test: ${id}`);
    const { name, file: fileName, tell } = test;
    const begun = performance.now();
    const failure: unknown = await Promise.try(tell).then(
      () => undefined,
      (error: unknown) => error ?? 'nothing was said',
    );
    const timeSpentMs = performance.now() - begun;
    this.#order.note(id, failure !== undefined, timeSpentMs);
    const told = { id, name, fileName, timeSpentMs };
    return failure === undefined
      ? { ...told, status: TestStatus.Success }
      : {
          ...told,
          status: TestStatus.Failed,
          failureMessage: failure instanceof Error ? failure.message : String(failure),
        };
  }

  async #all(ids: Iterable<string>, bail: boolean): Promise<TestResult[]> {
    const results: TestResult[] = [];
    for (const id of ids) {
      context().currentTestId = id;
      const result = await this.#told(id);
      results.push(result);
      if (bail && result.status === TestStatus.Failed) break;
    }
    delete context().currentTestId;
    for (const ending of this.#endings) await ending();
    return results;
  }

  async dryRun(): Promise<DryRunResult> {
    await this.#load();
    const tests = await this.#all(this.#tests.keys(), false);
    const { mutantCoverage } = context();
    return { status: DryRunStatus.Complete, tests, ...(mutantCoverage ? { mutantCoverage } : {}) };
  }

  async mutantRun({
    activeMutant,
    mutantActivation,
    ...options
  }: MutantRunOptions): Promise<MutantRunResult> {
    const { testFilter, hitLimit, disableBail } = options;
    if (mutantActivation === 'static') throw new Error('Static mutants are left out: set ignoreStatic.');
    await this.#load();
    const space = context();
    space.activeMutant = activeMutant.id;
    space.hitLimit = hitLimit;
    space.hitCount = hitLimit === undefined ? undefined : 0;
    const ids = this.#order.sorted(testFilter ?? [...this.#tests.keys()]);
    const tests = await this.#all(ids, !disableBail);
    const over = determineHitLimitReached(space.hitCount, hitLimit);
    space.activeMutant = undefined;
    return toMutantRunResult(over ?? { status: DryRunStatus.Complete, tests });
  }
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'rules', RulesRunner)];
