CREATE TABLE t (id integer CONSTRAINT t_pkey PRIMARY KEY, code integer NOT NULL);
CREATE TABLE other (id integer PRIMARY KEY, t_id integer, t_code integer);
ALTER TABLE other ADD CONSTRAINT to_id FOREIGN KEY (t_id) REFERENCES t;
-- The server takes the oldest index that would do, and does not let go of that one.
ALTER TABLE t ADD CONSTRAINT "a again" UNIQUE (id);
CREATE UNIQUE INDEX "b again" ON t (id);
CREATE UNIQUE INDEX the_code ON t (code);
ALTER TABLE other ADD CONSTRAINT to_code FOREIGN KEY (t_code) REFERENCES t (code);
ALTER TABLE t ADD CONSTRAINT "all codes" UNIQUE (code);
