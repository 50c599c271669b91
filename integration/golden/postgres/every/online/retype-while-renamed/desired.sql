CREATE TABLE above (id int PRIMARY KEY);
-- @renamed from=old_things
CREATE TABLE things (id bigint PRIMARY KEY, a bigint NOT NULL, b bigint CONSTRAINT positive CHECK (b > 0), c bigint CONSTRAINT things_above REFERENCES above, CONSTRAINT couple UNIQUE (a, b));
CREATE INDEX a_down ON things (a DESC);
