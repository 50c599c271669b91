CREATE TABLE t (id int, body text);
CREATE TEXT SEARCH CONFIGURATION e (PARSER = "default");
ALTER TEXT SEARCH CONFIGURATION e ADD MAPPING FOR word, asciiword WITH german_stem;
CREATE TABLE u (body text, v tsvector GENERATED ALWAYS AS (to_tsvector('public.e', body)) STORED);
