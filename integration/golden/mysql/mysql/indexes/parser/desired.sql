CREATE TABLE notes (id INT NOT NULL PRIMARY KEY, title VARCHAR(80), body TEXT, FULLTEXT KEY words (title), FULLTEXT KEY plain (body) WITH PARSER ngram COMMENT 'not (`really`) WITH PARSER x');
