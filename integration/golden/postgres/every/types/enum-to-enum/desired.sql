CREATE TYPE "Paint ""Box" AS ENUM ('green', 'red', 'blue');
CREATE TABLE t (a "Paint ""Box" DEFAULT 'red', b "Paint ""Box"[]);
