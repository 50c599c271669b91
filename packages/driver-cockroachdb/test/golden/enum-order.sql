-- before
CREATE TYPE public.state AS ENUM ('a', 'b');

-- after
CREATE TYPE public.state AS ENUM ('b', 'a');

-- refused
-- PLAN_IMPOSSIBLE: cannot alter postgres/enum:state: the values of enum state cannot be put into another order
-- Create a type with the order that is wanted under another name, and change the columns to it.
