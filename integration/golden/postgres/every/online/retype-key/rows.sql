INSERT INTO "Order Ö" (code, parent) VALUES ('a', NULL), ('b', 1), ('c', 2);
INSERT INTO line VALUES (1, 1), (2, 3);
