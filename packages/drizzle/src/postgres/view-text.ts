import { is } from 'drizzle-orm';
import { getMaterializedViewConfig, getViewConfig, PgMaterializedView, type PgView } from 'drizzle-orm/pg-core';
import type { Language } from '../sql/language.js';
import { qualified } from './names.js';

/** A view of either sort; undefined for one that the program says is there already. */
export function viewText(view: PgView | PgMaterializedView, language: Language): string | undefined {
  return is(view, PgMaterializedView) ? materializedText(view, language) : plainText(view, language);
}

function plainText(view: PgView, language: Language): string | undefined {
  const { schema = language.homeOf(view), name, query, ...config } = getViewConfig(view);
  if (!query) return undefined;
  const options = parametersText(config.with);
  return `CREATE VIEW ${qualified(schema, name, language)}${options} AS ${language.fragment(query)};`;
}

function materializedText(view: PgMaterializedView, language: Language): string | undefined {
  const { name, query, using, tablespace, withNoData, ...config } = getMaterializedViewConfig(view);
  const schema = config.schema ?? language.homeOf(view);
  if (!query) return undefined;
  return `${[
    `CREATE MATERIALIZED VIEW ${qualified(schema, name, language)}`,
    ...(using === undefined ? [] : [`USING ${language.quote(using)}`]),
  ].join(
    ' ',
  )}${parametersText(config.with)}${tablespace === undefined ? '' : ` TABLESPACE ${language.quote(tablespace)}`} AS ${language.fragment(query)}${
    withNoData ? ' WITH NO DATA' : ''
  };`;
}

/** Drizzle writes the server's words in camel case. */
function parametersText(given: object | undefined): string {
  const said = Object.entries(given ?? {}).filter(([, value]) => value !== undefined);
  if (said.length === 0) return '';
  const words = said.map(
    ([name, value]) => `${name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)} = ${value}`,
  );
  return ` WITH (${words.join(', ')})`;
}
