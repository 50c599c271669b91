CREATE TABLE notes (id INT NOT NULL PRIMARY KEY, title VARCHAR(80), body TEXT, FULLTEXT KEY words (title) WITH PARSER ngram, FULLTEXT KEY plain (body));
