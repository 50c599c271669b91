CREATE TABLE m (id int, at date) PARTITION BY RANGE (at);
CREATE TABLE m_0 PARTITION OF m DEFAULT;
CREATE INDEX m_id ON m (id) WITH (fillfactor = 70);
CREATE INDEX own ON m_0 (at, id);
