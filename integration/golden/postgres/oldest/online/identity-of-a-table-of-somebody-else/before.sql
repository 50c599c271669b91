CREATE TABLE "T 2" (id integer PRIMARY KEY);
ALTER TABLE "T 2" OWNER TO pg_monitor;
