CREATE TYPE mood AS ENUM ('sad', 'ok');
CREATE CAST (varchar AS mood) WITH INOUT AS IMPLICIT;
CREATE TABLE t (id integer PRIMARY KEY, m mood DEFAULT 'sad', n text DEFAULT ('sad'::mood)::text, list mood[], g text GENERATED ALWAYS AS (CASE WHEN m = 'sad' THEN 'x' END) STORED);
CREATE INDEX i ON t (m) WHERE m = 'sad';
