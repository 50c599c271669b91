CREATE TABLE docs (id int PRIMARY KEY, tenant text NOT NULL, amount numeric(8,2), body text);
ALTER TABLE docs ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON docs AS RESTRICTIVE USING (amount > 0);
CREATE VIEW amounts AS SELECT amount FROM docs;
