CREATE TABLE notes (id int PRIMARY KEY, body text);
CREATE TABLE plain (id int PRIMARY KEY, body text) COMPRESSION='lz4';
