CREATE TABLE "New t" (id int CONSTRAINT t_pkey PRIMARY KEY, a int);
CREATE TABLE "select" (id int CONSTRAINT "Other t_pkey" PRIMARY KEY, "from" int);
CREATE MATERIALIZED VIEW m AS SELECT "New t".id, "New t".a, x.a AS b, count(*) AS n FROM "New t" JOIN "New t" AS x ON x.id = "New t".a JOIN "select" o ON o."from" = "New t".id GROUP BY 1, 2, 3;
CREATE UNIQUE INDEX m_id ON m (id, b);
