CREATE TABLE users (id INTEGER PRIMARY KEY, email TEXT, loud TEXT AS (upper(email)));
CREATE INDEX users_by_loud ON users (loud);
