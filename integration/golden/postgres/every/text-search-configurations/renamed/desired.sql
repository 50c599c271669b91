CREATE TABLE t (id int, body text);
CREATE TEXT SEARCH CONFIGURATION "order" (PARSER = "default");
ALTER TEXT SEARCH CONFIGURATION "order" ADD MAPPING FOR word, asciiword WITH german_stem;
