INSERT INTO users (email) VALUES ('a');
ANALYZE;
