CREATE TYPE state AS ENUM ('a', 'b');
CREATE TABLE docs (id int PRIMARY KEY, tenant text NOT NULL, s state, amount numeric(10,2), body text);
ALTER TABLE docs ENABLE ROW LEVEL SECURITY;
CREATE POLICY all_ ON docs USING (true);
CREATE POLICY own ON docs AS RESTRICTIVE USING (tenant = CURRENT_USER AND amount > 0);
CREATE VIEW amounts AS SELECT amount FROM docs;
