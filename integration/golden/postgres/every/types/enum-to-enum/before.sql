CREATE TYPE color AS ENUM ('red', 'green');
CREATE TABLE t (a color DEFAULT 'red', b color[]);
