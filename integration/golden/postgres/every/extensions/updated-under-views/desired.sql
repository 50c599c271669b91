CREATE EXTENSION pg_stat_statements VERSION '1.8';
CREATE VIEW top AS SELECT 1 AS a FROM pg_stat_statements;
CREATE VIEW over_top AS SELECT 2 AS b FROM top;
CREATE VIEW beside AS SELECT 3 AS c;
COMMENT ON VIEW top IS 'what takes long';
