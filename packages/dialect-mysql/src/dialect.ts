import type { Bookkeeping, Dialect } from '@sync/core';
import { bodyMode, modeOfBodies } from './body-mode.js';
import { classify, untoldMode } from './classify.js';
import { type FileSession, firstSession, sessionBelow } from './file-session.js';
import type { Flavour } from './flavour.js';
import { foldsNames } from './folds-names.js';
import { classifyGrant } from './grants/classify-grant.js';
import { reachesOut } from './reaches-out.js';
import { findJournalTable, missingForJournal } from './rights/journal-rights.js';
import { missingRights } from './rights/missing-rights.js';
import { terminate, writeForFile, writeScript, writeStatement } from './script.js';
import { lexisIn, modesOfFiles, readWith } from './sql-mode.js';
import { writeLiteral } from './text/literal.js';
import { quoteName } from './text/names.js';
import { dumpedIn, enteredBy, undump } from './undump.js';

const text = 'CHARACTER SET utf8mb4 COLLATE utf8mb4_bin';

/** What dumps set above each table, be they as terse as can be. */
const savedByDumps = '@SAVED_CS_CLIENT';

const bookkeeping: Bookkeeping = {
  // A key of InnoDB has room for 3072 bytes, four a character.
  types: { key: `varchar(300) ${text}`, text: `longtext ${text}`, integer: 'bigint' },
  others: { counter: 'bigint unsigned NOT NULL AUTO_INCREMENT PRIMARY KEY', moment: 'datetime' },
  // Whatever engine the server gives to tables that name none: one that takes keys of this length, and loses nothing in a crash.
  storage: 'ENGINE=InnoDB',
  placeholder: () => '?',
  exists: findJournalTable,
  missingRights: missingForJournal,
  reclaims: (table) => `OPTIMIZE TABLE ${table}`,
};

/** How a server of the family writes things down. */
export function mysqlDialect(flavour: Flavour): Dialect {
  return dialectIn(firstSession, flavour);
}

/** The same for what a file holds below settings of its own. */
function dialectIn(session: FileSession, flavour: Flavour): Dialect {
  const { executedComments, exactCollation, identicalDocuments, needsReferences, definerRight, privileges } = flavour;
  const modes = modesOfFiles(session.mode);
  const ofBodies = session.isModeSaid ? modeOfBodies(session.mode) : undefined;
  const settings = {
    ...(modes.length > 0 && { [readWith]: modes.join(',') }),
    ...(ofBodies !== undefined && { [bodyMode]: ofBodies }),
    ...(session.zone !== '' && { 'mysql/time_zone': session.zone }),
  };
  const lexis = lexisIn(executedComments, modes);
  // What an older server has not got it refuses itself.
  const all = privileges([Number.POSITIVE_INFINITY]);
  return {
    quote: quoteName,
    // Whether case counts in the names of tables is the server's to say: a desired state is read back from one, in its form.
    fold: (name) => name,
    alike: (name, of, { features }) => (of === 'member' || features.has(foldsNames) ? name.toLowerCase() : name),
    literal: writeLiteral,
    // A collation may take other letters for the same, and blanks at the end for nothing.
    identical: (column, value, meant) =>
      typeof meant === 'object' && meant !== null
        ? identicalDocuments(column, value)
        : `${column} = ${value} COLLATE ${exactCollation}`,
    lexis,
    ...(Object.keys(settings).length > 0 && { settings }),
    classify(words, name, text) {
      if (words[0] === 'SET' && text !== undefined && !sessionBelow(text, session, lexis)) return untoldMode;
      const own = classifyGrant(words, text, { lexis, privileges: all }) ?? classify(words, name, text, flavour);
      const isLeftOut = own === 'ignored' && words[0] !== 'BEGIN';
      if (typeof own === 'object' || own === 'refused' || own === 'data' || isLeftOut) return own;
      return (text === undefined ? undefined : reachesOut(text, lexis)) ?? own;
    },
    below({ words, text, leading = [] }) {
      const database = enteredBy({ words, text }, lexis) ?? dumpedIn(leading);
      const set = words[0] === 'SET' ? sessionBelow(text, session, lexis) : undefined;
      if (!set && database === undefined) return undefined;
      return dialectIn({ ...(set ?? session), ...(database !== undefined && { database }) }, flavour);
    },
    // What tables are made with that say nothing of it.
    comesFirst: ([verb, what]) => verb === 'ALTER' && (what === 'DATABASE' || what === 'SCHEMA'),
    enters: (statement) => enteredBy(statement, lexis),
    undump: (statement) =>
      undump(statement, { name: session.database, isDump: session.variables.has(savedByDumps) }, lexis),
    print: writeStatement,
    script: writeScript,
    inFile: writeForFile,
    terminate: (statement) => terminate(statement, lexis),
    bookkeeping,
    missingRights: (changes) => missingRights(changes, { needsReferences, definerRight }),
  };
}
