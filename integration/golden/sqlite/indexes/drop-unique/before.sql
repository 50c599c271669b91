CREATE TABLE users (id INTEGER PRIMARY KEY, email TEXT, nick TEXT, gone INTEGER);
CREATE UNIQUE INDEX by_email ON users (email);
CREATE UNIQUE INDEX by_email_in_lower_case ON users (lower(email)) WHERE gone = 0;
CREATE UNIQUE INDEX by_key ON users (id, gone);
CREATE UNIQUE INDEX by_nick ON users (nick);
