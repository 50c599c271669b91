CREATE TABLE events (what text, seen double precision DEFAULT random());
