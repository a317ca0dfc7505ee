"""What the desk keeps: the vocabulary, the rows, the tables, the queries."""
