CREATE TABLE above (id int PRIMARY KEY);
CREATE TABLE old_things (id int PRIMARY KEY, a int NOT NULL, b int CONSTRAINT low CHECK (b > 0), c int CONSTRAINT c_above REFERENCES above, CONSTRAINT pair UNIQUE (a, b));
CREATE INDEX a_sorted ON old_things (a DESC);
