-- @renamed from=c
CREATE COLLATION "New c" (PROVIDER = icu, LOCALE = 'sv-SE');
CREATE TABLE t (
  id integer,
  -- @renamed from=a
  b text COLLATE "New c",
  other text
);
