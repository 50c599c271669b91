CREATE TABLE users (id int CONSTRAINT people_key PRIMARY KEY, email text CONSTRAINT people_mail_check CHECK (email <> ''), twice int GENERATED ALWAYS AS (id * 2) STORED);
CREATE TABLE orders (id int PRIMARY KEY, person int CONSTRAINT to_person REFERENCES users (id));
CREATE INDEX by_mail ON users (lower(email)) WHERE email IS NOT NULL;
CREATE VIEW mails AS SELECT email AS mail FROM users;
