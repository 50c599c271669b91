CREATE TABLE items (
  id INT NOT NULL PRIMARY KEY,
  -- @renamed from=price
  net INT,
  gross INT AS (net * 2) VIRTUAL,
  rounded INT AS (gross + 1)
);
