import { describe, expect, it } from 'vitest';
import { converge } from './converge.js';

const schema = `CREATE TABLE Artist (ArtistId INTEGER PRIMARY KEY, Name TEXT COLLATE NOCASE, Code TEXT UNIQUE)
;;CREATE TABLE Album (AlbumId INTEGER PRIMARY KEY, Title TEXT CHECK (length(Title) > 0), Short AS (substr(Title, 1, 3)),
  ArtistId INTEGER REFERENCES Artist (ArtistId), Other INTEGER REFERENCES Artist, Code TEXT,
  Original INTEGER REFERENCES Album (albumid), FOREIGN KEY (Code) REFERENCES Artist (Code))
;;CREATE INDEX AlbumTitle ON Album (title DESC, lower(Short)) WHERE Title IS NOT NULL
;;CREATE TRIGGER AlbumChanged AFTER UPDATE OF Title, ArtistId ON Album BEGIN SELECT 1; END`;

describe('names are written as they were spelled', () => {
  it('in all that refers to columns', async () => {
    const made = await converge({ from: '', to: schema });
    const sql = made.up.flatMap((batch) => batch.steps.flatMap((step) => step.sql.map(({ text }) => text))).join(';\n');
    for (const written of [
      'CHECK (length(Title) > 0)',
      'AS (substr(Title, 1, 3))',
      '"ArtistId" INTEGER REFERENCES "Artist" ("ArtistId")',
      '"Other" INTEGER REFERENCES "Artist" ("ArtistId")',
      '"Original" INTEGER REFERENCES "Album" ("AlbumId")',
      'REFERENCES "Artist" ("Code")',
      'ON "Album" ("Title" DESC, lower(Short))\nWHERE Title IS NOT NULL',
      'UPDATE OF "Title", "ArtistId" ON "Album"',
    ])
      expect(sql).toContain(written);
  });

  it('also by a rebuild, after which there is nothing to do', async () => {
    const rows =
      ";;INSERT INTO Artist VALUES (1, 'a', 'x');;INSERT INTO Album (Title, ArtistId, Code) VALUES ('t', 1, 'x')";
    await converge({
      from: schema + rows,
      to: schema.replace('Title TEXT', 'Title VARCHAR(99)'),
      keeps: 'SELECT * FROM Album JOIN Artist USING (ArtistId)',
      gives: [
        `SELECT count(*) AS n FROM sqlite_schema WHERE sql GLOB '*REFERENCES "Artist" ("ArtistId")*lower(Short)*' OR sql GLOB '*"Album" ("Title" DESC*'`,
        [{ n: 1 }],
      ],
    });
  });

  it('in another case make no difference', async () => {
    const made = await converge({
      from: 'CREATE TABLE P (Id INTEGER PRIMARY KEY);;CREATE TABLE C (x REFERENCES P (Id));;CREATE INDEX I ON C (X)',
      to: 'CREATE TABLE P (Id INTEGER PRIMARY KEY);;CREATE TABLE C (x REFERENCES p (ID));;CREATE INDEX I ON C (x)',
    });
    expect(made.up).toEqual([]);
  });
});
