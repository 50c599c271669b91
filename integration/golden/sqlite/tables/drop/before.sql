CREATE TABLE users (id INTEGER PRIMARY KEY, email TEXT);
CREATE TABLE logs (id INTEGER PRIMARY KEY, line TEXT);
CREATE INDEX logs_by_line ON logs (line);
