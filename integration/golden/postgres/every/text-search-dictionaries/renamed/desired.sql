CREATE TABLE t (id int, body text);
CREATE TEXT SEARCH DICTIONARY "select" (TEMPLATE = simple, STOPWORDS = english);
