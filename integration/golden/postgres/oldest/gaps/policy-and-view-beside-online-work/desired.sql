CREATE TABLE docs (id int PRIMARY KEY, tenant text NOT NULL, amount numeric(10,2), body text NOT NULL, token uuid DEFAULT gen_random_uuid());
CREATE INDEX docs_body ON docs (body);
ALTER TABLE docs ADD CONSTRAINT filled CHECK (body <> '');
ALTER TABLE docs ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON docs AS RESTRICTIVE USING (amount > 0);
CREATE VIEW amounts AS SELECT amount FROM docs;
