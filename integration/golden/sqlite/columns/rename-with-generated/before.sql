CREATE TABLE users (id INTEGER PRIMARY KEY, mail TEXT, loud TEXT AS (upper(mail)) STORED);
