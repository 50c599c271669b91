CREATE TABLE t (id int, body text);
CREATE TEXT SEARCH CONFIGURATION "we""ird Näme" (PARSER = "default");
