CREATE TABLE users (id INTEGER PRIMARY KEY, email TEXT NOT NULL DEFAULT 'x', age INTEGER CHECK (age >= 0));
CREATE INDEX users_by_email ON users (email);
CREATE VIEW adults AS SELECT id FROM users WHERE age >= 18;
