CREATE TABLE m (id int, at date NOT NULL, "a b" int, PRIMARY KEY (id, at), CONSTRAINT positive CHECK (id > 0)) PARTITION BY RANGE (at);
CREATE INDEX m_at ON m (at);
CREATE TABLE "m Ä" (id int, at date NOT NULL, "a b" int, more text, PRIMARY KEY (id, at));
CREATE INDEX "by Ü" ON "m Ä" (at);
CREATE TABLE stays PARTITION OF m FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
CREATE TABLE l (kind text) PARTITION BY LIST (kind);
CREATE TABLE l_0 PARTITION OF l DEFAULT;
CREATE TABLE l_1 (kind text);
