CREATE TABLE "T 2" (id integer PRIMARY KEY, other integer GENERATED ALWAYS AS IDENTITY, third integer);
ALTER TABLE "T 2" OWNER TO pg_monitor;
