CREATE TABLE t (id int, body text);
CREATE TEXT SEARCH CONFIGURATION c (PARSER = "default");
ALTER TEXT SEARCH CONFIGURATION c ADD MAPPING FOR word, asciiword WITH german_stem;
CREATE TABLE u (body text, v tsvector GENERATED ALWAYS AS (to_tsvector('public.c', body)) STORED);
