/** How engines write what cases are about. */
export interface Words {
  readonly firstOf: (column: string) => string;
  readonly restOf: (column: string) => string;
  readonly joined: (...columns: readonly string[]) => string;
  readonly toInteger: (column: string) => string;
  readonly toText: (column: string) => string;
}

/** A change that breaks clients, what clients of both shapes do meanwhile, and what each of them reads then. */
export interface PhaseCase {
  readonly name: string;
  readonly start: readonly string[];
  readonly goal: string;
  /** What the goal is written in, where that is no SQL. */
  readonly form?: 'yaml';
  /** Run by turns, one of the one, one of the other. */
  readonly old: readonly string[];
  readonly next: readonly string[];
  /** What both read between the phases, in the same words. */
  readonly reads: { readonly old: string; readonly next: string };
  /** What is there between the phases, once both wrote, and the last row afterwards, where more is said of it than that both read the same. */
  readonly meanwhile?: readonly object[];
  readonly last?: object;
  /** What somebody settles before the old shape goes. */
  readonly settle?: readonly string[];
  /** What somebody writes into what came back empty, before clients of the old shape alone are there again. */
  readonly settleBack?: readonly string[];
  /** What the new client does afterwards, and how many rows there are then. */
  readonly after: readonly string[];
  readonly rows: number;
  /** Whether there is nothing to put beside what is there. */
  readonly isContractOnly?: true;
}

const ids = 'id INTEGER PRIMARY KEY';

/** The cases, in the words of an engine. */
export function phaseCases({ firstOf, restOf, joined, toInteger, toText }: Words): readonly PhaseCase[] {
  return [
    {
      name: 'a column is called otherwise',
      start: [
        `CREATE TABLE people (${ids}, full_name VARCHAR(40) NOT NULL, age INTEGER)`,
        "INSERT INTO people VALUES (1, 'Ann', 30), (2, 'Bob', NULL)",
      ],
      goal: `CREATE TABLE people (${ids}, name VARCHAR(40) NOT NULL, -- @renamed from=full_name\n age INTEGER);`,
      old: [
        "INSERT INTO people (id, full_name) VALUES (3, 'Old')",
        "UPDATE people SET full_name = 'Ann B' WHERE id = 1",
        "UPDATE people SET full_name = 'Newer' WHERE id = 4",
        'DELETE FROM people WHERE id = 2',
      ],
      next: [
        "INSERT INTO people (id, name) VALUES (4, 'New')",
        "UPDATE people SET name = 'Older' WHERE id = 3",
        "INSERT INTO people (id, name, age) VALUES (5, 'E', 5), (6, 'F', 6)",
        'UPDATE people SET age = 1 WHERE id = 1',
      ],
      reads: {
        old: 'SELECT id, full_name AS v FROM people ORDER BY id',
        next: 'SELECT id, name AS v FROM people ORDER BY id',
      },
      after: ["INSERT INTO people (id, name) VALUES (7, 'G')"],
      rows: 6,
    },
    {
      name: 'a column is split in two',
      start: [
        `CREATE TABLE people (${ids}, full_name VARCHAR(80) NOT NULL)`,
        "INSERT INTO people VALUES (1, 'Ann Lee'), (2, 'Bob Ray')",
      ],
      goal: `CREATE TABLE people (${ids},
        first_name VARCHAR(40) NOT NULL, -- @derived from=full_name as (${firstOf('full_name')}) back (${joined('first_name', 'last_name')})
        last_name VARCHAR(40) NOT NULL -- @derived from=full_name as (${restOf('full_name')}) back (${joined('first_name', 'last_name')})
      );`,
      old: [
        "INSERT INTO people (id, full_name) VALUES (3, 'Old One')",
        "UPDATE people SET full_name = 'New Name' WHERE id = 4",
      ],
      next: [
        "INSERT INTO people (id, first_name, last_name) VALUES (4, 'New', 'One')",
        "UPDATE people SET last_name = 'Two' WHERE id = 3",
      ],
      reads: {
        old: 'SELECT id, full_name AS v FROM people ORDER BY id',
        next: `SELECT id, ${joined('first_name', 'last_name')} AS v FROM people ORDER BY id`,
      },
      after: ["INSERT INTO people (id, first_name, last_name) VALUES (5, 'E', 'E')"],
      rows: 5,
    },
    {
      name: 'a column has another type',
      start: [`CREATE TABLE items (${ids}, price VARCHAR(20))`, "INSERT INTO items VALUES (1, '10'), (2, NULL)"],
      goal: `CREATE TABLE items (${ids},
        cents INTEGER -- @derived from=price as (${toInteger('price')}) back (${toText('cents')})
      );`,
      old: ["INSERT INTO items (id, price) VALUES (3, '30')", "UPDATE items SET price = '41' WHERE id = 4"],
      next: ['INSERT INTO items (id, cents) VALUES (4, 40)', 'UPDATE items SET cents = NULL WHERE id = 1'],
      reads: {
        old: 'SELECT id, price AS v FROM items ORDER BY id',
        next: `SELECT id, ${toText('cents')} AS v FROM items ORDER BY id`,
      },
      after: ['INSERT INTO items (id, cents) VALUES (5, 50)'],
      rows: 5,
    },
    ...ruleCases,
    ...keyCases,
    ...wholeCases,
  ];
}

/** A column that is split in two, as a document of an engine declares it. */
export function splitInDocument(engine: string, { firstOf, restOf, joined, toText }: Words): PhaseCase {
  const back = joined('first_name', 'last_name');
  const column = (name: string, as: string) =>
    `{ name: ${name}, type: varchar(40), derivedFrom: { column: full_name, as: "${as}", back: "${back}" } }`;
  const key = '{ name: id, type: integer, constraints: { notNull: true } }';
  const columns = [key, column('first_name', firstOf('full_name')), column('last_name', restOf('full_name'))];
  return {
    name: 'a document tells what columns are made of',
    start: [
      `CREATE TABLE people (id INTEGER NOT NULL PRIMARY KEY, full_name VARCHAR(80))`,
      "INSERT INTO people VALUES (1, 'Ann Lee'), (2, 'Bob Ray')",
    ],
    goal: `apiVersion: schemas.schemahero.io/v1alpha4
kind: Table
metadata: { name: people }
spec:
  name: people
  schema: { ${engine}: { primaryKey: [id], columns: [${columns.join(', ')}] } }
`,
    form: 'yaml',
    old: ["INSERT INTO people (id, full_name) VALUES (3, 'Old One')"],
    next: ["INSERT INTO people (id, first_name, last_name) VALUES (4, 'New', 'One')"],
    reads: {
      old: `SELECT id, ${toText('full_name')} AS v FROM people ORDER BY id`,
      next: `SELECT id, ${toText(back)} AS v FROM people ORDER BY id`,
    },
    after: ["INSERT INTO people (id, first_name, last_name) VALUES (5, 'E', 'E')"],
    rows: 5,
  };
}

/** What asks more of columns, or less. */
const ruleCases: readonly PhaseCase[] = [
  {
    name: 'a column with a default is called otherwise, and clients of both leave it out',
    start: [`CREATE TABLE items (${ids}, cost INTEGER NOT NULL DEFAULT 3)`, 'INSERT INTO items (id) VALUES (1)'],
    goal: `CREATE TABLE items (${ids}, price INTEGER NOT NULL DEFAULT 4 -- @renamed from=cost\n);`,
    old: ['INSERT INTO items (id) VALUES (2)', 'INSERT INTO items (id, cost) VALUES (3, 30)'],
    next: ['INSERT INTO items (id) VALUES (4)', 'INSERT INTO items (id, price) VALUES (5, 50)'],
    reads: {
      old: 'SELECT id, cost AS v FROM items ORDER BY id',
      next: 'SELECT id, price AS v FROM items ORDER BY id',
    },
    after: ['INSERT INTO items (id) VALUES (6)'],
    rows: 6,
  },
  {
    name: 'a column is called otherwise that has a default from then on',
    start: [`CREATE TABLE items (${ids}, cost INTEGER)`, 'INSERT INTO items (id, cost) VALUES (1, 1)'],
    goal: `CREATE TABLE items (${ids}, price INTEGER NOT NULL DEFAULT 4 -- @renamed from=cost\n);`,
    old: ['INSERT INTO items (id) VALUES (2)'],
    next: ['INSERT INTO items (id) VALUES (3)', 'UPDATE items SET price = 5 WHERE id = 2'],
    reads: {
      old: 'SELECT id, cost AS v FROM items ORDER BY id',
      next: 'SELECT id, price AS v FROM items ORDER BY id',
    },
    after: ['INSERT INTO items (id) VALUES (4)'],
    rows: 4,
  },
  {
    name: 'a default is another one, one comes, and one goes',
    start: [
      `CREATE TABLE items (${ids}, other INTEGER DEFAULT 3, come INTEGER, gone INTEGER DEFAULT 5)`,
      'INSERT INTO items (id) VALUES (1)',
    ],
    goal: `CREATE TABLE items (${ids}, other INTEGER DEFAULT 4, come INTEGER DEFAULT 7, gone INTEGER);`,
    old: ['INSERT INTO items (id) VALUES (2)'],
    next: ['INSERT INTO items (id, other, gone) VALUES (3, 4, NULL)', 'UPDATE items SET other = 4 WHERE id = 2'],
    reads: {
      old: 'SELECT id, other, come, gone FROM items ORDER BY id',
      next: 'SELECT id, other, come, gone FROM items ORDER BY id',
    },
    meanwhile: [
      { id: 1, other: 3, come: null, gone: 5 },
      { id: 2, other: 4, come: 7, gone: 5 },
      { id: 3, other: 4, come: 7, gone: null },
    ],
    after: ['INSERT INTO items (id) VALUES (4)'],
    rows: 4,
    last: { id: 4, other: 4, come: 7, gone: null },
  },
  {
    name: 'a column must have a value',
    start: [`CREATE TABLE notes (${ids}, body VARCHAR(20))`, "INSERT INTO notes VALUES (1, 'a'), (2, NULL)"],
    goal: `CREATE TABLE notes (${ids}, body VARCHAR(20) NOT NULL);`,
    old: ['INSERT INTO notes (id) VALUES (3)'],
    next: ["INSERT INTO notes (id, body) VALUES (4, 'd')"],
    reads: {
      old: 'SELECT id, body AS v FROM notes ORDER BY id',
      next: 'SELECT id, body AS v FROM notes ORDER BY id',
    },
    settle: ["UPDATE notes SET body = '' WHERE body IS NULL"],
    after: ["INSERT INTO notes (id, body) VALUES (5, 'e')"],
    rows: 5,
    isContractOnly: true,
  },
  {
    name: 'a column goes that had to be written, and one comes that has to be',
    start: [`CREATE TABLE items (${ids}, gone VARCHAR(20) NOT NULL)`, "INSERT INTO items VALUES (1, 'a')"],
    goal: `CREATE TABLE items (${ids}, come INTEGER NOT NULL, counted INTEGER NOT NULL DEFAULT 7);`,
    old: ["INSERT INTO items (id, gone) VALUES (2, 'b')"],
    next: ['INSERT INTO items (id, come) VALUES (3, 3)'],
    reads: { old: 'SELECT id FROM items ORDER BY id', next: 'SELECT id FROM items ORDER BY id' },
    settle: ['UPDATE items SET come = 0 WHERE come IS NULL'],
    settleBack: ["UPDATE items SET gone = ''"],
    after: ['INSERT INTO items (id, come) VALUES (4, 4)'],
    rows: 4,
  },
];

/** What foreign keys write. */
const keyCases: readonly PhaseCase[] = [
  {
    name: 'a column under a foreign key that writes to it is called otherwise',
    start: [
      `CREATE TABLE owners (${ids})`,
      `CREATE TABLE items (${ids}, owner INTEGER,
        CONSTRAINT whose FOREIGN KEY (owner) REFERENCES owners (id) ON DELETE SET NULL ON UPDATE CASCADE)`,
      'INSERT INTO owners VALUES (1), (2), (3)',
      'INSERT INTO items VALUES (1, 1), (2, 2), (3, 3)',
    ],
    goal: `CREATE TABLE owners (${ids}); CREATE TABLE items (${ids}, belongs_to INTEGER, -- @renamed from=owner
        CONSTRAINT whose FOREIGN KEY (belongs_to) REFERENCES owners (id) ON DELETE SET NULL ON UPDATE CASCADE);`,
    old: ['DELETE FROM owners WHERE id = 1', 'UPDATE owners SET id = 20 WHERE id = 2'],
    next: ['INSERT INTO items (id, belongs_to) VALUES (4, 2)', 'UPDATE items SET belongs_to = 3 WHERE id = 1'],
    reads: {
      old: 'SELECT id, owner AS v FROM items ORDER BY id',
      next: 'SELECT id, belongs_to AS v FROM items ORDER BY id',
    },
    meanwhile: [3, 20, 3, 20].map((v, i) => ({ id: i + 1, v })),
    after: ['DELETE FROM owners WHERE id = 20', 'INSERT INTO items (id, belongs_to) VALUES (5, 3)'],
    rows: 5,
    last: { id: 5, v: 3 },
  },
];

/** What comes and goes whole. */
const wholeCases: readonly PhaseCase[] = [
  {
    name: 'a table goes and another comes',
    start: [
      `CREATE TABLE old_one (${ids}, kept INTEGER)`,
      `CREATE TABLE stays (${ids})`,
      'INSERT INTO old_one VALUES (1, 1)',
    ],
    goal: `CREATE TABLE stays (${ids}); CREATE TABLE new_one (${ids});`,
    old: ['INSERT INTO old_one VALUES (2, 2)', 'INSERT INTO stays VALUES (1)'],
    next: ['INSERT INTO new_one VALUES (1)', 'INSERT INTO stays VALUES (2)'],
    reads: { old: 'SELECT id FROM stays ORDER BY id', next: 'SELECT id FROM stays ORDER BY id' },
    after: ['INSERT INTO stays VALUES (3)'],
    rows: 3,
  },
  {
    name: 'values become unique, and a rule ends',
    start: [
      `CREATE TABLE users (${ids}, mail VARCHAR(40), age INTEGER, CONSTRAINT grown CHECK (age > 17))`,
      "INSERT INTO users VALUES (1, 'a', 20)",
    ],
    goal: `CREATE TABLE users (${ids}, mail VARCHAR(40), age INTEGER); CREATE UNIQUE INDEX users_mail ON users (mail);`,
    old: ["INSERT INTO users VALUES (2, 'a', 30)"],
    next: ["INSERT INTO users VALUES (3, 'c', 3)"],
    reads: {
      old: 'SELECT id, mail AS v FROM users ORDER BY id',
      next: 'SELECT id, mail AS v FROM users ORDER BY id',
    },
    settle: ["UPDATE users SET mail = 'b' WHERE id = 2", 'UPDATE users SET age = 18 WHERE age < 18'],
    after: ["INSERT INTO users VALUES (4, 'd', 19)"],
    rows: 4,
  },
];
