-- @renamed from="old ""name"""
CREATE TABLE "new; 'name'" (
  id INTEGER PRIMARY KEY,
  "z z" TEXT -- @renamed from="x y"
);
CREATE VIEW v AS SELECT "z z" FROM "new; 'name'";
