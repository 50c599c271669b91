CREATE TABLE notes (id int PRIMARY KEY, body text) COMPRESSION='zlib';
CREATE TABLE plain (id int PRIMARY KEY, body text);
