CREATE TYPE mood AS ENUM ('low', 'sad', 'so-so', 'happy', 'great');
CREATE TABLE t (m mood);
