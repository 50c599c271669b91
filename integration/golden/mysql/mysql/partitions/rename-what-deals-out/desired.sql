CREATE TABLE visits (
  id INT NOT NULL,
  -- @renamed from=began
  since INT NOT NULL,
  PRIMARY KEY (id, since)
)
PARTITION BY RANGE (since) (PARTITION early VALUES LESS THAN (10), PARTITION late VALUES LESS THAN MAXVALUE);
