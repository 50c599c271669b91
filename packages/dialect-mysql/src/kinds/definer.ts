import {
  type Change,
  type Delta,
  extra,
  type Hazard,
  type Json,
  type Reading,
  type RenderContext,
  type SchemaObject,
  type Statement,
} from '@sync/core';
import { modeOfRuns } from '../body-mode.js';
import type { Flavour } from '../flavour.js';
import { changesDefiner } from '../hazards.js';
import type { ServerCatalogue } from '../read/read-catalogue.js';
import { lacksForDefiners } from '../rights/definer-rights.js';
import { isScratch } from '../scratch-name.js';
import { hasMode, neededModes } from '../sql-mode.js';
import { quoteText } from '../text/literal.js';
import { quoteName } from '../text/names.js';
import { refusedDefiner } from '../without-definer.js';
import { changed } from './changed.js';

/** What building something with a body needs and what does not make two differ. */
export interface BodyLayout {
  /** `name@host`, or the name of a role that has no host: whose rights it runs with. In scratch that is whoever built it, which says nothing. */
  readonly definer?: string;
  /** The sql_mode that its body is read with, where it has one. */
  readonly mode?: string;
  /** Nobody said that mode: it is the one of the session that built it in scratch. */
  readonly isUsual?: true;
  /** The collation of texts in its body, where it is not that of our sessions. */
  readonly texts?: string;
}

/** The session that something with a body was made in, as the server keeps it. */
export interface MadeIn {
  /** None is kept of a view. */
  readonly mode?: string;
  readonly textCollation: string;
}

/** What texts are compared by in our sessions. */
const usualTexts = 'utf8mb4_general_ci';

/** The layout of an object with a body. */
export function bodyLayout(
  definer: string,
  { database }: ServerCatalogue,
  made?: MadeIn,
): Readonly<Record<string, Json>> {
  const inScratch = isScratch(database.name);
  return {
    ...(!inScratch && { definer }),
    ...(made?.mode !== undefined && { mode: made.mode }),
    ...(made?.mode !== undefined && inScratch && made.mode === database.mode && { isUsual: true }),
    ...(made && made.textCollation !== usualTexts && { texts: made.textCollation }),
  };
}

function layoutOf(object: SchemaObject): BodyLayout {
  return (object.layout ?? {}) as unknown as BodyLayout;
}

/** Whose rights an object runs with; there only where it was asked for. */
const definedBy = extra<string>('mysql/definer');

/** What a definer makes two objects differ by, where owners were asked for. */
export function definerExtras(definer: string, reading: Reading): { readonly extras?: SchemaObject['extras'] } {
  if (!reading.with.has('owners')) return {};
  const refused = refusedDefiner(reading.session);
  if (refused) throw refused;
  return { extras: { 'mysql/definer': definer } };
}

/** Another definer as a difference. */
export function definerDeltas(from: SchemaObject, to: SchemaObject): readonly Delta[] {
  const [before, after] = [definedBy.of(from), definedBy.of(to)];
  return changed('definer', before, after);
}

/** Another definer as a danger. */
export function definerHazards(from: SchemaObject, to: SchemaObject | undefined): readonly Hazard[] {
  const after = to && definedBy.of(to);
  return after === undefined || after === definedBy.of(from) ? [] : [changesDefiner(from.kind, from.name, after)];
}

type Around = Pick<RenderContext, 'base' | 'origin' | 'change' | 'isWayBack'>;

/**
 * Whose an object is to be: whose the desired state says, where that was asked for, or else whose it was before, if need be before a run that was stopped. What is new is
 * whoever's runs the plan.
 */
function definerOf(to: SchemaObject, { base, origin, change, isWayBack }: Around): string | undefined {
  const before = base.get(origin(to.address)) ?? lostIn(change(to.address));
  // On the way down it is the state before that knows whose it was, be it gone meanwhile.
  const known = before || isWayBack ? layoutOf(to).definer : undefined;
  return definedBy.of(to) ?? (before && layoutOf(before).definer) ?? known;
}

/** The DEFINER clause. */
export function definerClause(to: SchemaObject, around: Around): string {
  const definer = definerOf(to, around);
  if (definer === undefined) return '';
  const at = definer.lastIndexOf('@');
  // The name of a role with no host behind it is one; with an empty host it would be taken for an account.
  if (at < 0) return `DEFINER=${quoteName(definer)} `;
  return `DEFINER=${quoteName(definer.slice(0, at))}@${quoteName(definer.slice(at + 1))} `;
}

/** What it takes to make something again whose it was. */
export function definerRights(
  to: SchemaObject,
  around: Around,
  { definerRight }: Flavour,
): { readonly rights?: Statement } {
  // For what is there already that is asked with its change.
  const definer = around.base.get(around.origin(to.address)) ? undefined : definerOf(to, around);
  if (!around.isWayBack || definer === undefined) return {};
  return { rights: lacksForDefiners([{ title: `${to.kind} ${to.name}`, definer }], definerRight) };
}

/** What a run that was stopped took down of what is made again. */
function lostIn(change: Change | undefined): SchemaObject | undefined {
  return change?.verb === 'create' ? change.lost : undefined;
}

/** Whose rights a body was to run with again, where it was given to somebody else since. Where that was asked for, it is part of what makes it what it is. */
export function outdatedBody(planned: SchemaObject, found: SchemaObject): readonly string[] {
  const [before, now] = [layoutOf(planned).definer, layoutOf(found).definer];
  if (definedBy.of(found) !== undefined || before === undefined || now === undefined || before === now) return [];
  return [`definer was ${before}, is ${now}`];
}

/**
 * The session that a body is made in, which it runs in from then on: that of the desired state, or else the one that it was made in before. What is made anew would strictly
 * refuse what it took, or the other way round.
 */
export function bodySettings(
  object: SchemaObject,
  around: Around,
): { readonly settings?: Readonly<Record<string, Json>> } {
  const [wanted, before] = layouts(object, around);
  const mode = wanted.isUsual && before.mode !== undefined ? modeOfRuns(before.mode) : wanted.mode;
  const texts = wanted.texts ?? before.texts;
  if (mode === undefined) return {};
  return {
    settings: { 'mysql/sql_mode': mode, ...(texts !== undefined && { 'mysql/collation_connection': texts }) },
  };
}

/** The same of a view, of which the server keeps no mode. */
export function textSettings(object: SchemaObject, around: Around): Readonly<Record<string, Json>> {
  const [wanted, before] = layouts(object, around);
  const texts = wanted.texts ?? before.texts;
  return texts === undefined ? {} : { 'mysql/collation_connection': texts };
}

/** What is known of an object as it is to be, and as it was; on the way back what it was is what it is to be. */
function layouts(
  object: SchemaObject,
  { base, origin, change, isWayBack }: Around,
): readonly [wanted: BodyLayout, before: BodyLayout] {
  const there = isWayBack ? undefined : (base.get(origin(object.address)) ?? lostIn(change(object.address)));
  return [layoutOf(object), there ? layoutOf(there) : {}];
}

/** What a body is read with beside the usual. */
export interface ReadIn {
  /** The values of `sql_mode` without which it would say something else. */
  readonly readIn?: string;
}

/** Those that a body needs of the `sql_mode` that it was made in. */
export function readIn(mode: string, body: string): ReadIn {
  const needed = neededModes(mode, body);
  return needed === undefined ? {} : { readIn: needed };
}

/** A text as SQL in the session that a body is read in. */
export function quoteBeside(object: SchemaObject, text: string): string {
  const { mode } = layoutOf(object);
  return hasMode(mode, 'NO_BACKSLASH_ESCAPES') ? `'${text.replaceAll("'", "''")}'` : quoteText(text);
}

/** A body without what ends its statement: sent along with others, it is kept with the semicolon behind it. */
export function bodyText(shown: string): string {
  return shown.replace(/[;\s]+$/, '');
}
