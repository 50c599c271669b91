import {
  address,
  type Delta,
  type Found,
  type ObjectKind,
  type Reading,
  type SchemaObject,
  schemaObject,
  tokenize,
} from '@sync/core';
import { changesResults } from '../hazards.js';
import { postgresLexis } from '../lexis.js';
import { dictionaries } from '../read/parts/text-search.js';
import { readCatalogue } from '../read/read-catalogue.js';
import { schemaNeed } from '../read/schema-need.js';
import { qualified, shown } from '../text/qualified.js';
import { renaming } from './renaming.js';

/** A text search dictionary. */
export interface DictionarySpec {
  /** Its path, as SQL. */
  readonly template: string;
  /** `stopwords = 'german'`, as the server writes them, in their order. */
  readonly options: readonly string[];
}

type Dictionary = SchemaObject<DictionarySpec>;

/** Text search dictionaries: what they are made with is changed in place. */
export const dictionaryKind: ObjectKind<DictionarySpec> = {
  kind: 'postgres/text-search-dictionary',
  title: 'text search dictionary',
  inspect: inspectDictionaries,
  compare({ spec: from }, { spec: to }) {
    if (from.template !== to.template) return { replace: 'the template of a dictionary cannot be changed' };
    return [{ type: 'change-options', path: ['options'], from: from.options, to: to.options } satisfies Delta];
  },
  render(change, context) {
    switch (change.verb) {
      case 'create':
        return [
          { summary: `create text search dictionary ${shown(change.to)}`, sql: [{ text: printDictionary(change.to) }] },
        ];
      case 'drop':
        return [
          {
            summary: `drop text search dictionary ${shown(change.from)}`,
            sql: [{ text: `DROP TEXT SEARCH DICTIONARY ${qualified(change.from)}` }],
          },
        ];
      case 'rename':
        return [renaming({ ...change, title: 'text search dictionary' }, context)];
      case 'alter': {
        const { from, to } = change;
        return [
          {
            summary: `alter text search dictionary ${shown(to)}`,
            sql: [{ text: `ALTER TEXT SEARCH DICTIONARY ${qualified(to)} (${changedOptions(from, to).join(', ')})` }],
            hazards: [changesResults(`text search dictionary ${shown(to)}`, 'what was indexed with it')],
          },
        ];
      }
      default:
        return change satisfies never;
    }
  },
  describe: ({ spec: { template, options } }) => ({ head: [`template ${template}`, ...options].join(', ') }),
};

function printDictionary(dictionary: Dictionary): string {
  const { template, options } = dictionary.spec;
  return `CREATE TEXT SEARCH DICTIONARY ${qualified(dictionary)} (${[`TEMPLATE = ${template}`, ...options].join(', ')})`;
}

/** An option without a value is taken away. */
function changedOptions({ spec: from }: Dictionary, { spec: to }: Dictionary): readonly string[] {
  const kept = new Set(to.options.map(nameIn));
  const gone = from.options.map(nameIn).filter((name) => !kept.has(name));
  return [...to.options.filter((option) => !from.options.includes(option)), ...gone];
}

function nameIn(option: string): string {
  return tokenize(option, postgresLexis)[0]?.text ?? '';
}

/** The server keeps options as one text; commas between them stand in no value. */
function splitOptions(text: string): readonly string[] {
  const options = [''];
  for (const token of tokenize(text, postgresLexis)) {
    if (token.text === ',') options.push('');
    else options.push((options.pop() ?? '') + token.text);
  }
  return options.map((option) => option.trim()).sort();
}

async function* inspectDictionaries(reading: Reading): AsyncGenerator<Found<DictionarySpec>> {
  const catalogue = await readCatalogue(reading);
  for (const { oid, namespace, name, template, options } of catalogue.rows(dictionaries)) {
    const place = catalogue.placeOf(namespace);
    const object = schemaObject<DictionarySpec>({
      kind: 'postgres/text-search-dictionary',
      address: address('postgres/text-search-dictionary', ...place.prefix, name),
      name,
      spec: { template, options: options === null ? [] : splitOptions(options) },
      needs: [...new Set([...schemaNeed(place), ...catalogue.needsOf('pg_ts_dict', oid)])],
    });
    yield { scope: place.scope, object };
  }
}
