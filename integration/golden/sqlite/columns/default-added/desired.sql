CREATE TABLE users (id INTEGER PRIMARY KEY, state TEXT DEFAULT (upper('new')));
