CREATE TABLE t (span int4range, "is live" bool, CONSTRAINT apart EXCLUDE USING gist (span WITH &&) WHERE ("is live"));
