INSERT INTO t (id, list) VALUES (1, '{sad}');
