CREATE TABLE t (r int4range, live bool, CONSTRAINT apart EXCLUDE USING gist (r WITH &&) WHERE (live));
