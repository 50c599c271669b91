import {
  type Address,
  address,
  type Change,
  type Delta,
  type Found,
  type Hazard,
  type ObjectKind,
  type Reading,
  type RenderContext,
  type SchemaObject,
  type StepDraft,
  schemaObject,
} from '@sync/core';
import type { Flavour } from '../flavour.js';
import { changesDefinition, dropsUsed, leavesPackageEmpty } from '../hazards.js';
import { packageBodyKind, packageKindName } from '../read/names.js';
import { readCatalogue, type ServerCatalogue } from '../read/read-catalogue.js';
import type { Rows } from '../read/rows.js';
import { unseenRoutines } from '../read/unseen.js';
import { quoteText } from '../text/literal.js';
import { foldMember, quoteName } from '../text/names.js';
import { changed } from './changed.js';
import {
  bodyLayout,
  bodySettings,
  bodyText,
  definerClause,
  definerDeltas,
  definerExtras,
  definerHazards,
  definerRights,
  outdatedBody,
  quoteBeside,
  type ReadIn,
  readIn,
} from './definer.js';

/** A package, or what stands behind one. */
export interface PackageSpec extends ReadIn {
  /** Where it is not DEFINER. */
  readonly security?: string;
  readonly comment?: string;
  /** All that follows, from `AS` or from the first routine on. */
  readonly body: string;
}

type Package = SchemaObject<PackageSpec>;
type Part = 'PACKAGE' | 'PACKAGE BODY';

const kinds: { readonly [part in Part]: string } = { PACKAGE: packageKindName, 'PACKAGE BODY': packageBodyKind };

/** Packages, or their bodies, as MariaDB has them. https://mariadb.com/kb/en/create-package/ */
export function packageKind(part: Part, flavour: () => Flavour): ObjectKind<PackageSpec> {
  const title = part.toLowerCase();
  return {
    kind: kinds[part],
    title,
    calledAlike: foldMember,
    inspect: (reading) => inspectPackages(reading, part, flavour()),
    outdated: outdatedBody,
    compare: (from, to) => [...deltasOf(from.spec, to.spec), ...definerDeltas(from, to)],
    ...(part === 'PACKAGE' && { entails: bodyAgain }),
    render(change, context) {
      switch (change.verb) {
        case 'create':
          return [{ ...create(change.to, part, context), ...definerRights(change.to, context, flavour()) }];
        case 'drop':
          return [
            {
              summary: `drop ${title} ${change.from.name}`,
              sql: [{ text: `DROP ${part} ${quoteName(change.from.name)}` }],
              hazards: dropHazards(change.from, title, context.goal.get(change.address)),
              // Some servers know the words in the mode of Oracle alone.
              ...bodySettings(change.from, context),
            },
          ];
        case 'rename':
          return {
            impossible: `a ${title} cannot be renamed`,
            hint: 'Leave the rename out: it is dropped and created.',
          };
        case 'alter':
          return [
            {
              ...create(change.to, part, context, 'CREATE OR REPLACE'),
              summary: `replace ${title} ${change.to.name}`,
              hazards: [
                changesDefinition(title, change.to.name),
                ...definerHazards(change.from, change.to),
                ...(part === 'PACKAGE' ? moments(change.from, context) : []),
              ],
            },
          ];
        default:
          return change satisfies never;
      }
    },
    describe: ({ spec: { security, comment, body } }) => ({
      head: [
        `sql security ${(security ?? 'DEFINER').toLowerCase()}`,
        ...(comment === undefined ? [] : [`comment ${quoteText(comment)}`]),
      ].join(' '),
      body,
    }),
  };
}

function dropHazards(from: Package, title: string, to: SchemaObject | undefined): readonly Hazard[] {
  return [
    to === undefined ? dropsUsed(title, from.name) : changesDefinition(title, from.name),
    ...definerHazards(from, to),
  ];
}

/** The server drops the body along with the package that another one takes the place of. */
function bodyAgain(change: Change<PackageSpec>): ReadonlyMap<Address, readonly Delta[]> {
  if (change.verb !== 'alter') return new Map();
  const { name } = change.from;
  const again: Delta = {
    type: 'change-package',
    path: ['package'],
    from: 'the one that it goes with',
    to: 'another one',
  };
  return new Map([[address(packageBodyKind, name), [again]]]);
}

/** The body that goes with the package and comes back is not there in between. */
function moments({ name }: Package, { base, goal }: RenderContext): readonly Hazard[] {
  const body = address(packageBodyKind, name);
  return base.has(body) && goal.has(body) ? [leavesPackageEmpty(name)] : [];
}

function deltasOf(from: PackageSpec, to: PackageSpec): readonly Delta[] {
  const nouns = ['security', 'comment', 'body', 'readIn'] as const;
  return nouns.flatMap((noun) => changed(noun, from[noun], to[noun]));
}

function create(object: Package, part: Part, context: RenderContext, verb = 'CREATE'): StepDraft {
  const { security, comment, body } = object.spec;
  const clauses = [
    ...(security === undefined ? [] : [`SQL SECURITY ${security}`]),
    ...(comment === undefined ? [] : [`COMMENT ${quoteBeside(object, comment)}`]),
  ];
  const head = `${verb} ${definerClause(object, context)}${part} ${quoteName(object.name)}`;
  return {
    summary: `create ${part.toLowerCase()} ${object.name}`,
    sql: [{ text: `${head}${clauses.map((clause) => `\n  ${clause}`).join('')}\n${body}` }],
    ...bodySettings(object, context),
  };
}

async function* inspectPackages(reading: Reading, part: Part, flavour: Flavour): AsyncGenerator<Found<PackageSpec>> {
  const catalogue = await readCatalogue(reading, flavour);
  const [scope] = reading.scopes;
  if (!scope) return;
  yield* unseenRoutines(reading, catalogue, kinds[part], flavour);
  for (const row of catalogue.where('routines', 'type', part)) {
    const { name, body } = row;
    if (body === null) {
      const reason = `the server does not show its definition to this role: it takes ${flavour.routineRight(reading.server.version)}`;
      yield { scope, unmanaged: { kind: part.toLowerCase(), name, reason }, at: address(kinds[part], name) };
    } else yield { scope, object: packageObject(row, body, { catalogue, reading, part }) };
  }
}

interface Place {
  readonly catalogue: ServerCatalogue;
  readonly reading: Reading;
  readonly part: Part;
}

function packageObject(row: Rows['routines'], body: string, { catalogue, reading, part }: Place): Package {
  const { name, security, comment, definer, mode } = row;
  return schemaObject<PackageSpec>({
    kind: kinds[part],
    address: address(kinds[part], name),
    name,
    // No part of the package: what is granted on the body goes with a DROP of its own, and stays where the server drops it along.
    ...(part === 'PACKAGE BODY' && { needs: [address(packageKindName, name)] }),
    spec: {
      ...(security !== 'DEFINER' && { security }),
      ...(comment !== '' && { comment }),
      body: bodyText(body),
      ...readIn(mode, body),
    },
    layout: bodyLayout(definer, catalogue, row),
    ...definerExtras(definer, reading),
  });
}
