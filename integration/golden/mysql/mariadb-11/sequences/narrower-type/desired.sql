CREATE SEQUENCE numbers AS tinyint unsigned START WITH 5;
