CREATE TABLE t (id int PRIMARY KEY, a int, twice int GENERATED ALWAYS AS (a * 2) STORED);
CREATE INDEX by_twice ON t (twice);
ALTER TABLE t ADD CONSTRAINT small CHECK (twice < 100);
