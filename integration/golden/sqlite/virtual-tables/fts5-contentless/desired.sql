CREATE VIRTUAL TABLE words USING fts5(word, content = '');
CREATE TABLE users (id INTEGER PRIMARY KEY);
