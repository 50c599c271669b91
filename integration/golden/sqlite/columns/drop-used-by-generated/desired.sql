CREATE TABLE users (id INTEGER PRIMARY KEY, last TEXT, full TEXT AS (last));
