CREATE TABLE users (id INT NOT NULL PRIMARY KEY, facts JSON, KEY by_tag ((CAST(facts->'$.tags' AS UNSIGNED ARRAY))), UNIQUE KEY by_zip (id, (CAST(facts->'$.zip' AS CHAR(9) ARRAY))));
