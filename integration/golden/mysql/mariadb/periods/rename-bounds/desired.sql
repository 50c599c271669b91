CREATE TABLE stays (
  id INT NOT NULL PRIMARY KEY,
  -- @renamed from=since
  starts DATE NOT NULL,
  -- @renamed from=until
  ends DATE NOT NULL,
  PERIOD FOR stay (starts, ends)
);
