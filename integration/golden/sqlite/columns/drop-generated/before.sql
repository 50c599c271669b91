CREATE TABLE users (id INTEGER PRIMARY KEY, name TEXT, loud TEXT AS (upper(name)));
