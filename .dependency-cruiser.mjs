/** The import laws. Each rule's comment is the sentence an offender reads. */
const only = (name, from, to, comment) => ({ name, severity: 'error', comment, from, to });

export default {
  forbidden: [
    only(
      'no-circular',
      {},
      { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
      'A cycle means two modules are one: move what both need into a third that imports neither.',
    ),
    only(
      'domain-is-pure',
      { path: '^src/domain' },
      { path: '^src/(?!domain)' },
      'The domain decides from data alone; hand it what it needs in the command or the context.',
    ),
    only(
      'domain-no-io',
      { path: '^src/domain' },
      { dependencyTypes: ['core'], pathNot: '^(node:)?crypto$' },
      'The domain has no I/O, clock or random; node:crypto is allowed for digests only.',
    ),
    only(
      'shared-is-the-floor',
      { path: '^src/domain/shared' },
      { path: '^src/domain/(?!shared)' },
      'domain/shared is what all domain folders stand on; it may not know them.',
    ),
    only(
      'application-only-domain',
      { path: '^src/application' },
      { path: '^src/(?!application|domain|rendering|status-query|plan-import|candidates|words)' },
      'Use cases speak to the outside through ports.ts; the edge implements the port, main wires it.',
    ),
    only(
      'translators-are-pure',
      { path: '^src/(plan-import|status-query|candidates|rendering|reports|words)' },
      { path: '^src/(delivery|store|teams|http|cli|demo|config|main)' },
      'A translator turns text or bytes into types and back; it knows the domain and application types only.',
    ),
    only(
      'words-stand-alone',
      { path: '^src/words' },
      { path: '^src/(?!words|domain)' },
      'Words are the floor that status-query and candidates share: they know neither of them.',
    ),
    only(
      'candidates-are-pure',
      { path: '^src/candidates' },
      { path: '^src/(?!candidates|domain|words)' },
      'What could be bought together follows from items alone; who may see it and how it is said is decided elsewhere.',
    ),
    only(
      'reports-only-types',
      { path: '^src/reports' },
      { path: '^src/(?!reports|application|domain|plan-import/zip.ts)' },
      'A report is made from a read model and words that it is handed: it knows domain and application types only, and how a workbook is packed.',
    ),
    only(
      'edges-never-meet',
      { path: '^src/(delivery|store|teams|http)/' },
      { path: '^src/(delivery|store|teams|http|cli|demo)/', pathNot: '^src/$1/' },
      'Edges never import each other; main.ts wires them through application ports.',
    ),
    only(
      'sdk-only-in-teams',
      { pathNot: ['^src/teams/', '^tests/'] },
      { path: 'node_modules/(botbuilder|botframework|@microsoft/teams-ai)' },
      'The SDK is archived; only src/teams may import it, so that leaving it is one folder.',
    ),
    only(
      'cosmos-only-in-store',
      { pathNot: ['^src/store/cosmos/', '^tests/'] },
      { path: 'node_modules/@azure/(cosmos|identity)' },
      'The database client is known to its adapter alone.',
    ),
    only(
      'src-never-imports-tests',
      { path: '^src' },
      { path: '^tests' },
      'Product code may not lean on test code.',
    ),
    only(
      'nothing-imports-main',
      { path: '^src' },
      { path: '^src/(main|cli/main|demo/main)[.]ts$' },
      'main is wiring: everything may be imported by it, nothing may import it.',
    ),
  ],
  options: {
    parser: 'swc',
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.mjs', '.js', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default'],
    },
    tsPreCompilationDeps: true,
  },
};
