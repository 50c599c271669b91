INSERT INTO notes VALUES (1, '007', 'seven'), (2, 'b', 'text');
INSERT INTO codes (codes) VALUES ('rebuild');
INSERT INTO bodies (bodies) VALUES ('rebuild');
