CREATE TYPE mood AS ENUM ('sad', 'new', 'ok');
CREATE CAST (varchar AS mood) WITH INOUT AS IMPLICIT;
CREATE TABLE t (id integer PRIMARY KEY, m mood DEFAULT 'new', n text DEFAULT ('new'::mood)::text, list mood[], g text GENERATED ALWAYS AS (CASE WHEN m = 'sad' THEN 'x' END) STORED);
CREATE INDEX i ON t (m) WHERE m = 'sad';
