CREATE TABLE users (id INTEGER PRIMARY KEY, email TEXT, loud TEXT AS (upper(email)));
